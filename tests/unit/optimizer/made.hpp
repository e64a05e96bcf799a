#pragma once

#include "optimizer/catalogue.hpp"
#include "surface/catalogue.hpp"

#include <initializer_list>
#include <string>
#include <utility>

namespace thalweg::test {

using Entries = std::initializer_list<std::pair<std::string, std::string>>;

/// A mapping as the scene's reader would give it, all values scalars.
inline Node mapping(const Entries& entries)
{
    Node node;
    node.type = Node::Type::mapping;
    for (const auto& [key, text] : entries) {
        Node value;
        value.type = Node::Type::scalar;
        value.text = text;
        Node::Entry& entry = node.entries.emplace_back();
        entry.key = key;
        entry.value = std::move(value);
    }
    return node;
}

/// What a kind makes of options that must all be right.
template <class Product>
Product made(std::span<const Kind<Product>> kinds, const Node& node)
{
    Problems problems;
    auto product = make_kind(node, "kind", kinds, problems);
    problems.throw_if_any();
    return *product;
}

inline surface::SurfacePtr surface_named(const std::string& name)
{
    return made(surface::surface_kinds(), mapping({{"kind", name}}));
}
inline optimizer::OptimizerSpec optimizer_named(
    const std::string& name, const Entries& options = {})
{
    Node node = mapping(options);
    node.entries.push_back(mapping({{"kind", name}}).entries.front());
    return made(optimizer::optimizer_kinds(), node);
}

/// The rules that make paths of their own, which need nothing but their defaults. Himmelblau's
/// surface, a sum of squares, suits them all.
inline std::vector<Kind<optimizer::OptimizerSpec>> rules()
{
    std::vector<Kind<optimizer::OptimizerSpec>> list;
    for (const auto& kind : optimizer::optimizer_kinds())
        if (kind.name != "recorded")
            list.push_back(kind);
    return list;
}

} // namespace thalweg::test
