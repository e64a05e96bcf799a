#include "optimizer/rules/bfgs.hpp"

namespace thalweg::optimizer {

namespace {

/// a bᵀ + b aᵀ, halved: a aᵀ where both are the same.
Sym2 outer(Vec2 a, Vec2 b)
{
    return {a.x * b.x, 0.5 * (a.x * b.y + a.y * b.x), a.y * b.y};
}
Sym2 scaled(double s, const Sym2& m)
{
    return {s * m.xx, s * m.xy, s * m.yy};
}
Sym2 sum(const Sym2& a, const Sym2& b)
{
    return {a.xx + b.xx, a.xy + b.xy, a.yy + b.yy};
}

} // namespace

/// The update, multiplied out: B − ρ (s (By)ᵀ + (By) sᵀ) + ρ (1 + ρ y·By) s sᵀ.
void Bfgs::learn(Vec2 s, Vec2 y)
{
    const double curvature = dot(s, y);
    if (!(curvature > 1e-14 * norm(s) * norm(y)))
        return;
    const double rho = 1 / curvature;
    const Vec2 by = state_.inverse * y;
    const Sym2 fall = scaled(-2 * rho, outer(s, by));
    const Sym2 rise = scaled(rho * (1 + rho * dot(y, by)), outer(s, s));
    state_.inverse = sum(state_.inverse, sum(fall, rise));
}

/// The size of the first guess, equation 6.20.
void Bfgs::learn_size(Vec2 s, Vec2 y)
{
    if (dot(s, y) > 0)
        state_.inverse = scaled(dot(s, y) / norm2(y), {1, 0, 1});
}

Vec2 Bfgs::step(const Probe& f, Vec2 x, double)
{
    const bool first = !state_.here;
    const LinePoint here = first ? look_at(f, x) : *state_.here;
    const Vec2 g = here.gradient;
    Vec2 direction = -(state_.inverse * g);
    if (!(dot(direction, g) < 0)) { // only rounding or noise can do that: begin again
        state_.inverse = {1, 0, 1};
        direction = -g;
    }
    const auto found
        = wolfe_point(f, {here, direction}, first ? std::min(1.0, 1 / norm(g)) : 1, {});
    if (!found) {
        state_ = {};
        return x;
    }
    if (first)
        learn_size(found->point - x, found->gradient - g);
    learn(found->point - x, found->gradient - g);
    state_.here = found;
    return found->point;
}

} // namespace thalweg::optimizer
