#include "contour/closeness.hpp"

#include "contour/enclosure.hpp"

namespace thalweg::contour {

namespace {

constexpr int kNewtonSteps = 4;
// The part of a curve, in its parameter, between the samples of its fit.
constexpr double kMeasured = 1.0 / (kFitSamples + 1);

struct Foot {
    double t;
    double away2; ///< its squared distance
};

/// The foot of the perpendicular from p on a curve, by Newton's method from a first guess; any
/// point that is near enough will do.
Foot foot_of(const Bezier& b, Vec2 p, double t, double near2)
{
    Vec2 off = p - b.at(t);
    for (int k = 0; k < kNewtonSteps && !(norm2(off) <= near2); ++k) {
        const Vec2 d0 = b.p[1] - b.p[0], d1 = b.p[2] - b.p[1], d2 = b.p[3] - b.p[2];
        const Vec2 velocity = 3 * (1 - t) * (1 - t) * d0 + 6 * (1 - t) * t * d1 + 3 * t * t * d2;
        t = std::clamp(t + dot(off, velocity) / norm2(velocity), 0.0, 1.0);
        off = p - b.at(t);
    }
    return {t, norm2(off)};
}

/// Does f pass the level within the tolerance of a point, straight up or down its slope? Looked for
/// at twice the distance to first order, so as not to pass it twice.
bool is_near_level(const surface::Surface& f, double level, Vec2 p, double tolerance)
{
    const auto [value, g] = f.slope(p);
    const double slope = norm(g), away = (level - value) / slope;
    if (!(std::abs(away) <= tolerance))
        return false;
    const double way = std::clamp(2 * away, -tolerance, tolerance) / slope;
    return away == 0 || (f.value(p + way * g) >= level) != (value >= level);
}

} // namespace

bool is_resolved(const surface::Surface& f, const Bezier& curve, double tolerance)
{
    for (int i = 0; i <= kFitSamples + 1; ++i) {
        const Vec2 p = curve.at(i * kMeasured);
        if (!is_resolved(bound_at(f, p), norm(f.slope(p).gradient), tolerance))
            return false;
    }
    return true;
}

bool is_close(const surface::Surface& f, double level, const Fit& fit, const Path& path,
    const Path::Place& from, const Path::Place& to, double tolerance)
{
    const Bezier& curve = fit.curve;
    if (!is_near_level(f, level, curve.at(fit.furthest), tolerance))
        return false;
    double before = 0;
    int leaf = from.leaf;
    const auto is_close_between = [&](double t) {
        const bool is_measured = t - before >= kMeasured && !path.bends_in(leaf);
        return is_measured || is_near_level(f, level, curve.at(0.5 * (before + t)), tolerance);
    };
    for (std::size_t i = from.next; i < to.reached; ++i) {
        const double guess = (path.length_at(i) - from.length) / (to.length - from.length);
        const Foot foot = foot_of(curve, path.point(i), guess, sq(tolerance));
        if (!(foot.away2 <= sq(tolerance)) || !is_close_between(foot.t))
            return false;
        before = foot.t;
        leaf = path.leaf(i);
    }
    return is_close_between(1);
}

} // namespace thalweg::contour
