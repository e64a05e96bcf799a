#include "scene/tree_builder.hpp"

#include "core/error.hpp"
#include "core/utf8.hpp"
#include "scene/limits.hpp"
#include "scene/refuse.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace thalweg::scene {

namespace {

std::size_t count(const Node& node)
{
    std::size_t n = 1;
    for (const Node& item : node.items)
        n += count(item);
    for (const Node::Entry& entry : node.entries)
        n += count(entry.value);
    return n;
}

std::size_t height(const Node& node)
{
    std::size_t most = 0;
    for (const Node& item : node.items)
        most = std::max(most, height(item));
    for (const Node::Entry& entry : node.entries)
        most = std::max(most, height(entry.value));
    return most + 1;
}

} // namespace

TreeBuilder::TreeBuilder(std::size_t budget, Problems& problems)
    : budget_(budget)
    , problems_(problems)
{
}

void TreeBuilder::scalar(Location where, std::string text, bool quoted, Anchor anchor)
{
    spend(1, where);
    // Escapes can bring in what the file itself may not hold.
    for (const std::string& part : {unprintable_part(text), unended_turn(text)})
        if (!part.empty())
            problems_.add(where, fmt::format("this text holds {}", part));
    place({.type = Node::Type::scalar,
              .where = std::move(where),
              .text = std::move(text),
              .quoted = quoted},
        anchor);
}

void TreeBuilder::null(Location where, Anchor anchor)
{
    spend(1, where);
    place({.type = Node::Type::null, .where = std::move(where)}, anchor);
}

void TreeBuilder::alias(const Location& where, Anchor anchor)
{
    const auto found = anchored_.find(anchor);
    if (found
        == anchored_
               .end()) // the parser knows the anchor, so its value is still open: around this alias
        refuse(where, "this alias stands inside the value that it names");
    spend(found->second.nodes, where);
    check_depth(found->second.height, where);
    place(found->second.node, 0);
}

void TreeBuilder::begin(Node::Type type, Location where, Anchor anchor)
{
    spend(1, where);
    check_depth(1, where);
    open_.push_back(
        {.node = {.type = type, .where = std::move(where)}, .anchor = anchor, .keys = {}});
}

void TreeBuilder::end()
{
    Open done = std::move(open_.back());
    open_.pop_back();
    place(std::move(done.node), done.anchor);
}

void TreeBuilder::place(Node node, Anchor anchor)
{
    if (anchor != 0) {
        const std::size_t nodes = count(node);
        spend(nodes, node.where);
        anchored_[anchor] = {.node = node, .nodes = nodes, .height = height(node)};
    }
    if (open_.empty()) {
        root_ = std::move(node);
        return;
    }
    Open& parent = open_.back();
    if (parent.node.type == Node::Type::sequence) {
        parent.node.items.push_back(std::move(node));
        return;
    }
    if (parent.expects_value)
        parent.node.entries.back().value = std::move(node);
    else
        place_key(parent, node);
    parent.expects_value = !parent.expects_value;
}

void TreeBuilder::place_key(Open& mapping, const Node& key)
{
    if (key.type != Node::Type::scalar)
        refuse(key.where, fmt::format("a key must be text, not {}", key.type_name()));
    if (key.text.find_first_of("\t\n") != std::string::npos)
        refuse(key.where, "a key must be one line, without tabs");
    if (key.text == "<<")
        problems_.add(key.where,
            "the merge key \"<<\" is not part of the scene language; write the keys out");
    const auto [first, is_new] = mapping.keys.try_emplace(key.text, key.where);
    if (!is_new)
        problems_.add(key.where,
            fmt::format("the key \"{}\" stands here again; it was first given at {}:{}", key.text,
                first->second.line, first->second.column));
    mapping.node.entries.push_back({.key = key.text, .where = key.where, .value = {}});
}

void TreeBuilder::spend(std::size_t nodes, const Location& where)
{
    spent_ += nodes;
    if (spent_ > budget_)
        throw LimitError(
            fmt::format("{}: more than {} values, counting every alias as what it names; "
                        "set THALWEG_MAX_NODES to read them nevertheless",
                where.text(), budget_));
}

void TreeBuilder::check_depth(std::size_t height, const Location& where) const
{
    if (open_.size() + height > SceneLimits::kDepth)
        refuse(where, fmt::format("nested more than {} deep", SceneLimits::kDepth));
}

} // namespace thalweg::scene
