#include "optimizer/gradient.hpp"

namespace thalweg::optimizer {

namespace {

GradientRule make_exact(Options&)
{
    return {};
}

GradientRule make_central_difference(Options& options)
{
    return {.central_difference = true,
        .h = options.number("h", 1e-5, {.above = 0, .max = 1},
            "half the distance of the two points of a difference")};
}

constexpr Kind<GradientRule> kKinds[] = {
    {"exact", "automatic differentiation of the formula, exact to rounding", make_exact},
    {"central-difference", "(f(x + h) − f(x − h)) / 2h along each axis", make_central_difference},
};

} // namespace

std::span<const Kind<GradientRule>> gradient_kinds()
{
    return kKinds;
}

} // namespace thalweg::optimizer
