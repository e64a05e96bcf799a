#include "contour/bezier_fit.hpp"

#include <limits>

namespace thalweg::contour {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr int kSamples = 11;
constexpr int kMaxIterations = 5;
// Keeps the handles of straight spans, where their lengths do not matter, from wandering off.
constexpr double kDamping = 1e-8;

/// Gauss-Newton on the two handle lengths.
struct Search {
    const surface::Surface& f;
    double level;
    const Knot& from;
    const Knot& to;
    double a = 0, b = 0; ///< handle lengths
    double step_a = 0, step_b = 0; ///< what the last measurement suggests

    Bezier curve() const
    {
        return {{from.p, from.p + a * from.tangent, to.p - b * to.tangent, to.p}};
    }

    /// The greatest distance from the level set; also finds the next step.
    double measure()
    {
        const Bezier bezier = curve();
        double worst = 0, aa = kDamping, ab = 0, bb = kDamping, ar = 0, br = 0;
        for (int i = 1; i <= kSamples; ++i) {
            const double t = static_cast<double>(i) / (kSamples + 1), s = 1 - t;
            const Jet<double> j = f.jet(bezier.at(t));
            const Vec2 g = gradient(j);
            const double slope = norm(g), r = (j.v - level) / slope;
            const double u = 3 * s * s * t * dot(g, from.tangent) / slope;
            const double v = -3 * s * t * t * dot(g, to.tangent) / slope;
            if (!std::isfinite(r) || !std::isfinite(u + v))
                return kInfinity;
            worst = std::max(worst, std::abs(r));
            aa += u * u, ab += u * v, bb += v * v;
            ar += u * r, br += v * r;
        }
        const double d = aa * bb - ab * ab;
        step_a = (ab * br - bb * ar) / d;
        step_b = (ab * ar - aa * br) / d;
        return worst;
    }
};

} // namespace

Knot knot_at(const surface::Surface& f, Vec2 p)
{
    const Vec2 g = gradient(f.jet(p));
    const double slope = norm(g);
    if (!(slope > 0) || !std::isfinite(slope))
        return {p, {}};
    return {p, {g.y / slope, -g.x / slope}};
}

Fit fit_bezier(
    const surface::Surface& f, double level, const Knot& from, const Knot& to, double target)
{
    const double chord = distance(from.p, to.p), cosine = dot(from.tangent, to.tangent);
    Fit best{straight(from.p, to.p), kInfinity};
    if (from.tangent == Vec2{} || to.tangent == Vec2{} || cosine < -0.5)
        return best;
    // Start as for an arc of a circle that turns by the same angle: chord / (3 cos²(angle / 4)).
    const double half = std::sqrt(0.5 * (1 + cosine));
    const double handle = chord / (1.5 * (1 + half));
    Search search{f, level, from, to, handle, handle};
    for (int i = 0; i < kMaxIterations; ++i) {
        const double error = search.measure(), before = best.error;
        if (error < best.error)
            best = {search.curve(), error};
        if (error < target || !(error < 0.8 * before))
            break;
        search.a += search.step_a;
        search.b += search.step_b;
        if (!(search.a > 0.02 * chord && search.b > 0.02 * chord
                && search.a + search.b < 3 * chord))
            break;
    }
    return best;
}

Bezier straight(Vec2 a, Vec2 b)
{
    return {{a, lerp(a, b, 1.0 / 3), lerp(a, b, 2.0 / 3), b}};
}

} // namespace thalweg::contour
