#pragma once

#include "contour/levels.hpp"
#include "surface/catalogue.hpp"

#include "support/nodes.hpp"

#include <optional>

/// What scenes ask for, made without a scene.
namespace thalweg::bench {

template <class T>
std::optional<T> made(const Node& node, std::span<const Kind<T>> kinds)
{
    Problems problems;
    std::optional<T> result = make_kind(node, "bench", kinds, problems);
    return problems.empty() ? std::move(result) : std::nullopt;
}

/// The levels that a map of a surface has without any that a scene names.
inline std::vector<double> default_levels(const surface::Surface& f, const Box& domain)
{
    return (*made(nodes::scalar("auto"), contour::level_kinds()))(f, domain);
}

} // namespace thalweg::bench
