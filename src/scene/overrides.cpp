#include "scene/overrides.hpp"

#include "core/error.hpp"
#include "scene/yaml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

namespace thalweg::scene {

namespace {

std::vector<std::string> split(const std::string& path)
{
    std::vector<std::string> keys(1);
    for (const char c : path)
        if (c == '.')
            keys.emplace_back();
        else
            keys.back() += c;
    return keys;
}

/// Places everything at the override: a line and column would count within its own text.
void relocate(Node& node, const Location& where)
{
    node.where = where;
    for (Node& item : node.items)
        relocate(item, where);
    for (Node::Entry& entry : node.entries) {
        entry.where = where;
        relocate(entry.value, where);
    }
}

Node* item_of(Node& list, const std::string& key, const Location& where, Problems& problems)
{
    std::size_t index = 0;
    const char* end = key.data() + key.size();
    const auto [stop, error] = std::from_chars(key.data(), end, index);
    if (error == std::errc() && stop == end && index < list.items.size())
        return &list.items[index];
    problems.add(where,
        fmt::format(
            "\"{}\" is no place in this list, which has {} from 0", key, list.items.size()));
    return nullptr;
}

Node* value_of(Node& node, const std::string& key, const Location& where, Problems& problems)
{
    if (node.type == Node::Type::sequence)
        return item_of(node, key, where, problems);
    double number = 0;
    if (node.type == Node::Type::scalar && !parse_number(node.text, number)) {
        const Node name = node;
        node = {.type = Node::Type::mapping, .where = name.where};
        node.entries.push_back({.key = "kind", .where = name.where, .value = name});
    } else if (node.type == Node::Type::null) {
        node = {.type = Node::Type::mapping, .where = where};
    }
    if (node.type != Node::Type::mapping) {
        problems.add(where,
            fmt::format("\"{}\" would stand inside \"{}\", which is a number", key, node.text));
        return nullptr;
    }
    const auto entry = std::ranges::find(node.entries, key, &Node::Entry::key);
    if (entry != node.entries.end())
        return &entry->value;
    node.entries.push_back({.key = key, .where = where, .value = {.where = where}});
    return &node.entries.back().value;
}

void apply(Node& root, const Override& wanted, Problems& problems)
{
    const Location where{.file = "--set " + wanted.path};
    try {
        Node value = wanted.value.empty() ? Node{} : parse_yaml(wanted.value, where.file);
        relocate(value, where);
        Node* target = &root;
        for (const std::string& key : split(wanted.path))
            if (target)
                target = value_of(*target, key, where, problems);
        if (target)
            *target = std::move(value);
    } catch (const SceneError& error) {
        for (const Problem& problem : error.problems())
            problems.add(where, problem.message);
    }
}

} // namespace

Override parse_override(const std::string& text)
{
    const std::size_t equals = text.find('=');
    const Override pair{
        text.substr(0, equals), equals < text.size() ? text.substr(equals + 1) : ""};
    const std::vector<std::string> keys = split(pair.path);
    if (equals == std::string::npos || std::ranges::find(keys, "") != keys.end())
        throw UsageError(fmt::format(
            "--set takes KEY=VALUE, such as optimizers.0.learning_rate=0.01, not \"{}\"", text));
    return pair;
}

void apply_overrides(Node& root, std::span<const Override> overrides, Problems& problems)
{
    for (const Override& wanted : overrides)
        apply(root, wanted, problems);
}

} // namespace thalweg::scene
