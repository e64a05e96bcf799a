#include "optimizer/rules/nelder_mead.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace thalweg::optimizer {

namespace {

using Vertex = NelderMeadState::Vertex;

/// A value that is no number counts as the worst.
Vertex look(const Probe& f, Vec2 p)
{
    const double value = f.value(p);
    return {p, std::isnan(value) ? std::numeric_limits<double>::infinity() : value};
}

} // namespace

void NelderMead::begin(const Probe& f, Vec2 x)
{
    state_.simplex = {look(f, x), look(f, x + Vec2{size_, 0}), look(f, x + Vec2{0, size_})};
    state_.begun = true;
}

std::optional<Vertex> NelderMead::replacement(const Probe& f) const
{
    const auto& [best, second, worst] = state_.simplex;
    const Vec2 middle = 0.5 * (best.point + second.point);
    const Vec2 away = middle - worst.point;

    const Vertex reflected = look(f, middle + away);
    if (reflected.value < best.value) {
        const Vertex expanded = look(f, middle + 2 * away);
        return expanded.value < reflected.value ? expanded : reflected;
    }
    if (reflected.value < second.value)
        return reflected;
    const bool outside = reflected.value < worst.value;
    const Vertex contracted = look(f, outside ? middle + 0.5 * away : middle - 0.5 * away);
    if (outside ? contracted.value <= reflected.value : contracted.value < worst.value)
        return contracted;
    return std::nullopt;
}

Vec2 NelderMead::step(const Probe& f, Vec2 x, double)
{
    if (!state_.begun)
        begin(f, x);
    auto& simplex = state_.simplex;
    const auto lower = [](const Vertex& a, const Vertex& b) { return a.value < b.value; };
    std::ranges::stable_sort(simplex, lower);
    if (const auto vertex = replacement(f)) {
        simplex[2] = *vertex;
    } else {
        for (const std::size_t i : {1U, 2U})
            simplex[i] = look(f, lerp(simplex[0].point, simplex[i].point, 0.5));
    }
    return std::ranges::min_element(simplex, lower)->point;
}

} // namespace thalweg::optimizer
