#include "surface/read_domain.hpp"

namespace thalweg::surface {

std::optional<Box> read_domain(Options& options, std::string_view fallback)
{
    const Node* node = options.any(
        "domain", "{x: [low, high], y: [low, high]}", fallback, "where the surface is shown");
    if (!node)
        return std::nullopt;
    Options sides(*node, options.problems());
    const auto x = sides.range("x", "its width"), y = sides.range("y", "its height");
    sides.finish();
    if (!node->find("x") || !node->find("y"))
        options.refuse("domain", "domain must have both sides, such as {x: [-1, 1], y: [-1, 1]}");
    return x && y ? std::optional(Box{*x, *y}) : std::nullopt;
}

} // namespace thalweg::surface
