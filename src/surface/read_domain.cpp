#include "surface/read_domain.hpp"

#include <fmt/format.h>

namespace thalweg {

Box read_domain(Options& options, const Box& fallback)
{
    const Node* node = options.any("domain", "{x: [low, high], y: [low, high]}",
        fmt::format("{{x: [{}, {}], y: [{}, {}]}}", fallback.x.lo, fallback.x.hi, fallback.y.lo,
            fallback.y.hi),
        "where the surface is shown");
    if (!node)
        return fallback;
    Options sides(*node, options.problems());
    const auto x = sides.range("x", "its width"), y = sides.range("y", "its height");
    sides.finish();
    return {x.value_or(fallback.x), y.value_or(fallback.y)};
}

} // namespace thalweg
