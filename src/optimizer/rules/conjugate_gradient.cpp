#include "optimizer/rules/conjugate_gradient.hpp"

namespace thalweg::optimizer {

ConjugateGradient::ConjugateGradient(Options& options)
    : formula_(options.choice("formula", Formula::polak_ribiere,
        {{"fletcher-reeves", Formula::fletcher_reeves}, {"polak-ribiere", Formula::polak_ribiere},
            {"hestenes-stiefel", Formula::hestenes_stiefel}, {"dai-yuan", Formula::dai_yuan}},
        "how much of the last direction is kept"))
    , search_(options.choice("search", Search::wolfe,
          {{"wolfe", Search::wolfe}, {"exact", Search::exact}},
          "wolfe: to a point that meets the strong Wolfe conditions; exact: to the minimum along "
          "the direction, to rounding"))
{
}

double ConjugateGradient::share() const
{
    const auto& [here, before, d, promise] = state_;
    const Vec2 g = here->gradient, y = g - before;
    switch (formula_) {
    case Formula::fletcher_reeves:
        return norm2(g) / norm2(before);
    case Formula::polak_ribiere:
        return std::max(0.0, dot(g, y) / norm2(before));
    case Formula::hestenes_stiefel:
        return dot(g, y) / dot(d, y);
    case Formula::dai_yuan:
        return norm2(g) / dot(d, y);
    }
    return 0;
}

std::optional<LinePoint> ConjugateGradient::search(
    const Probe& f, const Line& line, double first) const
{
    constexpr WolfeRule kRule{.decrease = 1e-4, .curvature = 0.1};
    return search_ == Search::exact ? line_minimum(f, line, first)
                                    : wolfe_point(f, line, first, kRule);
}

Vec2 ConjugateGradient::step(const Probe& f, Vec2 x, double)
{
    const LinePoint here = state_.here ? *state_.here : look_at(f, x);
    const Vec2 g = here.gradient;
    Vec2 direction = -g;
    if (state_.here) {
        const Vec2 kept = -g + share() * state_.direction;
        if (dot(kept, g) < 0) // else begin again, straight down
            direction = kept;
    }
    const Line line(here, direction);
    // First the length that would promise as much as the last one did.
    const double alike = state_.promise / line.origin.slope;
    const auto found = search(f, line, alike > 0 ? alike : std::min(1.0, 1 / norm(g)));
    if (!found) {
        state_ = {};
        return x;
    }
    state_ = {.here = found,
        .before = g,
        .direction = direction,
        .promise = found->at * line.origin.slope};
    return found->point;
}

} // namespace thalweg::optimizer
