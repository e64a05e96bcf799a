#pragma once

#include "core/options.hpp"

#include <span>
#include <type_traits>

#include <fmt/format.h>

namespace thalweg {

/// One row of a table of kinds: a name that users write, what it is, and how it is made from its
/// options.
///
/// Context  what the factory must know beside the options, such as the names of runs
template <class Product, class... Context>
struct Kind {
    std::string_view name;
    std::string_view summary; ///< one sentence without a full stop
    Product (*make)(Options&, const Context&...);
};

/// The names of a table, in its order.
template <class Product, class... Context>
std::vector<std::string> names(std::span<const Kind<Product, Context...>> kinds)
{
    std::vector<std::string> list;
    for (const auto& kind : kinds)
        list.emplace_back(kind.name);
    return list;
}

/// The options of a kind, as its factory asks for them.
template <class Product, class... Context>
std::vector<OptionInfo> describe(
    const Kind<Product, Context...>& kind, const std::type_identity_t<Context>&... context)
{
    std::vector<OptionInfo> list;
    Options options = Options::recording(list);
    kind.make(options, context...);
    return list;
}

/// The row that `name` names, or null.
template <class Product, class... Context>
const Kind<Product, Context...>* find_kind(
    std::span<const Kind<Product, Context...>> kinds, std::string_view name)
{
    for (const auto& kind : kinds)
        if (kind.name == name)
            return &kind;
    return nullptr;
}

/// The kind that a node names: a bare name, or a mapping with `kind` and its options.
///
/// what     "surface", "optimizer", ...: for messages
/// Returns  the row, or null after adding a located problem
template <class Product, class... Context>
const Kind<Product, Context...>* kind_of(const Node& node, std::string_view what,
    std::span<const Kind<Product, Context...>> kinds, Problems& problems)
{
    const Node* name = node.type == Node::Type::mapping ? node.find("kind") : &node;
    if (!name || name->type != Node::Type::scalar) {
        problems.add(node.where, fmt::format("{} must be a name or a mapping with \"kind\"", what));
        return nullptr;
    }
    if (const auto* kind = find_kind(kinds, name->text))
        return kind;
    problems.add(name->where,
        fmt::format(
            "unknown {} \"{}\"{}", what, name->text, did_you_mean(name->text, names(kinds))));
    return nullptr;
}

/// Makes what a node describes, with all its options checked; nothing after adding a located
/// problem.
///
/// reserved  keys of the mapping that the caller reads itself
template <class Product, class... Context>
std::optional<Product> make_kind(const Node& node, std::string_view what,
    std::span<const Kind<Product, Context...>> kinds, Problems& problems,
    const std::type_identity_t<Context>&... context)
{
    const auto* kind = kind_of(node, what, kinds, problems);
    if (!kind)
        return std::nullopt;
    const Node bare{.type = Node::Type::mapping, .where = node.where};
    Options options(node.type == Node::Type::mapping ? node : bare, problems, {"kind"});
    Product product = kind->make(options, context...);
    options.finish();
    return product;
}

} // namespace thalweg
