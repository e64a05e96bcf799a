#include "contour/closeness.hpp"

#include "contour/enclosure.hpp"

#include <limits>

namespace thalweg::contour {

namespace {

constexpr int kNewtonSteps = 4;
// Where f's direction turns by more than this cosine from one place of a curve to the next, so many
// parts of the way between them are looked at.
constexpr double kTurning = 0.8;
constexpr int kLooks = 8;
// Rounding is measured anew where it may amount to more than this share of the tolerance.
constexpr double kClear = 1e-3;
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
///
/// at        f and its gradient there
/// rounding  of values, as a distance
bool is_near_level(const surface::Surface& f, double level, Vec2 p, const surface::Slope& at,
    double tolerance, double rounding = 0)
{
    const double slope = norm(at.gradient), away = (level - at.value) / slope;
    if (!(std::abs(away) <= tolerance))
        return false;
    const double reach = std::min(2 * std::abs(away) + 4 * rounding, tolerance);
    const Vec2 way = std::copysign(reach, away) / slope * at.gradient;
    return away == 0 || (f.value(p + way) >= level) != (at.value >= level);
}

bool is_near_level(const surface::Surface& f, double level, Vec2 p, double tolerance)
{
    return is_near_level(f, level, p, f.slope(p), tolerance);
}

/// Looks at places of a curve, one after another.
class Probe {
public:
    Probe(const surface::Surface& f, double level, const Bezier& curve, double tolerance)
        : f_(f)
        , level_(level)
        , curve_(curve)
        , tolerance_(tolerance)
    {
    }

    /// Looks at the next place, and between it and the last one where f's direction turns much.
    Closeness look_at(double t)
    {
        const Vec2 last = up_;
        Closeness found = look_only_at(t);
        if (!(dot(last, up_) > kTurning) && last != Vec2{})
            for (int k = 1; k < kLooks && found == Closeness::near; ++k)
                found = look_only_at(t - k * kMeasured / kLooks);
        return found;
    }

private:
    Closeness look_only_at(double t)
    {
        const Vec2 p = curve_.at(t);
        const surface::Slope at = f_.slope(p);
        const double slope = norm(at.gradient);
        if (!(width_ <= kClear * tolerance_ * slope)) {
            const Interval bound = bound_at(f_, p);
            if (!is_resolved(bound, slope, tolerance_))
                return Closeness::unresolved;
            width_ = bound.width();
        }
        up_ = at.gradient / slope;
        return is_near_level(f_, level_, p, at, tolerance_, width_ / slope) ? Closeness::near
                                                                            : Closeness::far;
    }

    const surface::Surface& f_;
    double level_;
    const Bezier& curve_;
    double tolerance_;
    Vec2 up_{}; ///< where f rises at the last place; none before the first
    double width_
        = std::numeric_limits<double>::infinity(); ///< of f's bounds, where last asked for
};

} // namespace

Closeness closeness_of(
    const surface::Surface& f, double level, const Bezier& curve, double tolerance)
{
    Probe probe(f, level, curve, tolerance);
    Closeness found = Closeness::near;
    for (int i = 0; i <= kFitSamples && found == Closeness::near; ++i)
        found = probe.look_at((i + 0.5) * kMeasured);
    return found;
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
