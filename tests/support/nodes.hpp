#pragma once

#include "core/node.hpp"

#include <initializer_list>
#include <utility>

/// Nodes as the scene reader makes them, written by hand. The n-th entry of a mapping stands in
/// line n: its key in column 1, its value in column 10.
namespace nodes {

inline thalweg::Node scalar(std::string text)
{
    return {.type = thalweg::Node::Type::scalar,
        .where = {"scene.yaml", 1, 10},
        .text = std::move(text)};
}
inline thalweg::Node quoted(std::string text)
{
    thalweg::Node node = scalar(std::move(text));
    node.quoted = true;
    return node;
}
inline thalweg::Node list(std::vector<thalweg::Node> items)
{
    return {.type = thalweg::Node::Type::sequence,
        .where = {"scene.yaml", 1, 10},
        .items = std::move(items)};
}
inline thalweg::Node list(std::initializer_list<const char*> texts)
{
    std::vector<thalweg::Node> items;
    for (const char* text : texts)
        items.push_back(scalar(text));
    return list(std::move(items));
}
inline thalweg::Node mapping(
    std::vector<std::pair<std::string, thalweg::Node>> entries, std::string file = "scene.yaml")
{
    thalweg::Node node{.type = thalweg::Node::Type::mapping, .where = {file, 1, 1}};
    int line = 0;
    for (auto& [key, value] : entries) {
        ++line;
        value.where = {file, line, 10};
        node.entries.push_back({key, {file, line, 1}, std::move(value)});
    }
    return node;
}

} // namespace nodes
