#include "contour/bezier_fit.hpp"

#include <limits>
#include <span>

namespace thalweg::contour {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr int kMaxIterations = 5;
// Keeps the handles of straight spans, where their lengths do not matter, from wandering off.
constexpr double kDamping = 1e-8;
// The square of the angle between neighbouring samples above which a corner may lie between them,
// and how often to halve the way to it.
constexpr double kSharp = 1e-7;
constexpr int kCornerSteps = 7;
// Corners are looked for along curves that miss the target by less than this factor.
constexpr double kPromising = 4;

// Handles, as shares of the chord; longer ones make loops.
constexpr double kShortest = 0.02, kLongest = 1.2;

/// A point of a curve: where it is, the level curve's direction there, its distance from it.
struct Sample {
    double t;
    Vec2 tangent;
    double away; ///< signed distance from it
};

/// Gauss-Newton on the two handle lengths.
struct Search {
    const surface::Surface& f;
    double level;
    const Knot& from;
    const Knot& to;
    double target; ///< an error that is small enough
    double a = 0, b = 0; ///< handle lengths
    double step_a = 0, step_b = 0; ///< what the last measurement suggests
    double furthest = 0.5; ///< the parameter of the sample that it found furthest off

    Bezier curve() const
    {
        return {{from.p, from.p + a * from.tangent, to.p - b * to.tangent, to.p}};
    }

    /// The greatest distance from the level set; also finds the next step.
    ///
    /// Where the level set turns by an angle between two samples, a curve beside both of its legs
    /// is further from the corner between them, by 1 / cos(angle / 2).
    double measure()
    {
        const Bezier bezier = curve();
        std::array<Sample, kFitSamples + 2> samples;
        samples.front() = {0, from.tangent, 0};
        samples.back() = {1, to.tangent, 0};
        double aa = kDamping, ab = 0, bb = kDamping, ar = 0, br = 0;
        for (int i = 1; i <= kFitSamples; ++i) {
            const double t = static_cast<double>(i) / (kFitSamples + 1), s = 1 - t;
            const auto [value, g] = f.slope(bezier.at(t));
            const double slope = norm(g), r = (value - level) / slope;
            const double u = 3 * s * s * t * dot(g, from.tangent) / slope;
            const double v = -3 * s * t * t * dot(g, to.tangent) / slope;
            if (!std::isfinite(r) || !std::isfinite(u + v))
                return kInfinity;
            samples[static_cast<std::size_t>(i)] = {t, Vec2{g.y, -g.x} / slope, r};
            aa += u * u, ab += u * v, bb += v * v;
            ar += u * r, br += v * r;
        }
        double worst = greatest(samples);
        const std::size_t corner = worst < kPromising * target ? find_corner(samples) : 0;
        if (corner > 0)
            worst = std::max(worst, error_at_corner(bezier, samples[corner - 1], samples[corner]));
        const double d = aa * bb - ab * ab;
        step_a = (ab * br - bb * ar) / d;
        step_b = (ab * ar - aa * br) / d;
        return worst;
    }

    /// The greatest distance at the samples, or at the top of the parabola about the furthest one.
    double greatest(std::span<const Sample> samples)
    {
        std::size_t worst = 1;
        for (std::size_t i = 2; i + 1 < samples.size(); ++i)
            if (std::abs(samples[i].away) > std::abs(samples[worst].away))
                worst = i;
        furthest = samples[worst].t;
        const double before = samples[worst - 1].away, at = samples[worst].away,
                     after = samples[worst + 1].away, bend = before - 2 * at + after;
        const double top = bend * at < 0 ? at - sq(after - before) / (8 * bend) : at;
        return std::abs(top);
    }

    /// The sample before which the level set turns by more than all along the rest; 0: it bends
    /// evenly.
    static std::size_t find_corner(std::span<const Sample> samples)
    {
        std::size_t sharpest = 0;
        double most = kSharp, sum = 0;
        for (std::size_t i = 1; i < samples.size(); ++i) {
            const double turn = norm2(samples[i].tangent - samples[i - 1].tangent);
            sum += turn;
            if (turn > most)
                most = turn, sharpest = i;
        }
        return most > 0.5 * sum ? sharpest : 0;
    }

    /// The greatest distance from the level set between two samples with a corner between them.
    double error_at_corner(const Bezier& bezier, Sample lo, Sample hi) const
    {
        double error = std::max(std::abs(lo.away), std::abs(hi.away));
        for (int i = 0; i < kCornerSteps; ++i) { // towards where it turns
            Sample middle{0.5 * (lo.t + hi.t), {}, 0};
            const auto [value, g] = f.slope(bezier.at(middle.t));
            const double slope = norm(g);
            middle.tangent = Vec2{g.y, -g.x} / slope;
            middle.away = (value - level) / slope;
            if (!std::isfinite(middle.away))
                return kInfinity;
            error = std::max(error, std::abs(middle.away));
            (dot(middle.tangent, lo.tangent) > dot(middle.tangent, hi.tangent) ? lo : hi) = middle;
        }
        const double cosine = dot(lo.tangent, hi.tangent);
        return error / std::sqrt(std::max(0.5 * (1 + cosine), 1e-12));
    }
};

} // namespace

Knot knot_at(const surface::Surface& f, Vec2 p)
{
    const Vec2 g = f.slope(p).gradient;
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
    Search search{f, level, from, to, target, handle, handle};
    for (int i = 0; i < kMaxIterations; ++i) {
        const double error = search.measure(), before = best.error;
        if (error < best.error)
            best = {search.curve(), error, search.furthest};
        if (error < target || !(error < 0.8 * before))
            break;
        search.a += search.step_a;
        search.b += search.step_b;
        if (!(std::min(search.a, search.b) > kShortest * chord
                && std::max(search.a, search.b) < kLongest * chord))
            break;
    }
    return best;
}

Bezier straight(Vec2 a, Vec2 b)
{
    return {{a, lerp(a, b, 1.0 / 3), lerp(a, b, 2.0 / 3), b}};
}

} // namespace thalweg::contour
