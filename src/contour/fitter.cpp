#include "contour/fitter.hpp"

#include "contour/closeness.hpp"
#include "core/math.hpp"

#include <limits>

namespace thalweg::contour {

namespace {

// Curves are measured at samples; between them they may be off by a little more.
constexpr double kMargin = 0.9;
constexpr int kMaxTries = 5;
// Without directions, straight lines of this share of the path stand in for the curve.
constexpr double kBlind = 0.02;
// How many curves are tried along a path, and for each of its leaves. Where that is not enough, f
// does not tell where its level set goes, and straight lines across the leaves are left.
constexpr std::size_t kAttempts = 200, kAttemptsOfLeaf = 10;
// A longer curve than this times one that fits is not looked for between it and one that does not.
constexpr double kClose = 1.3;

/// Lays the longest Béziers that fit along a path, one after another.
class Fitter {
public:
    Fitter(const surface::Surface& f, FittedPath along)
        : f_(f)
        , level_(along.level)
        , tolerance_(kMargin * along.tolerance)
        , path_(std::move(along.path))
        , longest_(along.longest)
        , length_(along.longest)
        , attempts_left_(static_cast<std::ptrdiff_t>(kAttempts + kAttemptsOfLeaf * along.leaves))
    {
    }

    void run(std::vector<Bezier>& out, SmoothingEffort& effort)
    {
        const std::ptrdiff_t most = attempts_left_ = std::min(attempts_left_, effort.attempts_left);
        Span at{.to = path_.begin(), .knot = knot_at(f_, path_.begin().p)};
        while (!path_.is_end(at.to)) {
            if (attempts_left_ <= 0)
                effort.lost.push_back(at.to.leaf);
            const Path::Place from = at.to;
            at = attempts_left_ > 0 ? longest_span(from, at.knot) : across_leaf(from);
            out.push_back(at.fit.curve);
            if (!at.is_near)
                path_.add_leaves(from, at.to, effort.lost);
        }
        effort.attempts_left -= most - attempts_left_;
    }

private:
    /// A curve that was tried, from some place on the path to another one.
    struct Span {
        Path::Place to{};
        Knot knot{};
        Fit fit{};
        bool is_near = true; ///< to the level set, as far as its neighbourhood tells
    };

    Span across_leaf(const Path::Place& from) const
    {
        const Path::Place to = path_.next_leaf(from);
        return {.to = to, .knot = knot_at(f_, to.p), .fit = {straight(from.p, to.p)}};
    }

    /// The error falls with the sixth power of the length, which tells what length to try next.
    double next_length(double length, double error) const
    {
        const double factor
            = std::isfinite(error) ? thalweg::pow(0.7 * tolerance_ / error, 1.0 / 6) : 0.5;
        return length * std::clamp(factor, 0.4, 2.0);
    }

    Span attempt(const Path::Place& from, const Knot& start, double length)
    {
        --attempts_left_;
        Span span{.to = path_.locate(from, from.length + length)};
        span.knot = knot_at(f_, span.to.p);
        span.fit = fit_bezier(f_, level_, start, span.knot, 0.3 * tolerance_);
        if (span.fit.error <= tolerance_
            && !is_close(f_, level_, span.fit, path_, from, span.to, tolerance_))
            span.fit.error = std::numeric_limits<double>::infinity();
        return span;
    }

    /// A curve, or a straight line across what is too small to be followed (a kink, or rounding) or
    /// has no direction (the end of where f is defined).
    bool accept(Span& span, const Knot& start, double length) const
    {
        if (span.fit.error <= tolerance_)
            return true;
        span.fit.curve = straight(start.p, span.knot.p);
        if (start.tangent == Vec2{} || span.knot.tangent == Vec2{})
            return length <= kBlind * longest_;
        // The corner of an angle stands half the chord times tan(angle / 2) above its middle; and a
        // little more for the angle's error.
        const double cosine = dot(start.tangent, span.knot.tangent);
        const double height = 0.6 * std::sqrt((1 - cosine) / std::max(1 + cosine, 1e-12));
        const double chord = distance(start.p, span.knot.p);
        return (std::max(length, chord) <= tolerance_ && chord * height <= tolerance_)
            || length <= kFinestCorner * tolerance_;
    }

    Span longest_span(const Path::Place& from, const Knot& start)
    {
        double most = std::min(path_.length() - from.length, longest_);
        for (;;) {
            Span span = longest_span(from, start, most);
            const Closeness closeness
                = closeness_of(f_, level_, span.fit.curve, tolerance_ / kMargin);
            span.is_near = closeness == Closeness::near;
            most = 0.5 * (span.to.length - from.length);
            if (closeness != Closeness::far || span.fit.error > tolerance_ || attempts_left_ <= 0
                || most <= kFinestCorner * tolerance_)
                return span;
        }
    }

    /// As far as measurements to first order tell.
    Span longest_span(const Path::Place& from, const Knot& start, double most)
    {
        const double left = path_.length() - from.length;
        Span best;
        double length = std::min(length_, most), good = 0, bad = 2 * most;
        if (length < left && left < 2 * length) // two alike rather than a long and a short one
            length = 0.5 * left;
        for (int tries = 1; good == 0 || tries <= kMaxTries; ++tries) {
            Span span = attempt(from, start, length);
            const double tried = span.to.length - from.length;
            if (!accept(span, start, tried)) {
                bad = tried;
            } else if (tried > good) {
                good = tried;
                best = span;
                const bool is_curve = span.fit.error <= tolerance_;
                length_
                    = std::min(longest_, is_curve ? next_length(good, span.fit.error) : 2 * good);
            }
            if (good >= 0.999 * most || bad < kClose * good)
                break;
            length = std::min(next_length(tried, span.fit.error), most);
            if (good > 0 && length < 1.1 * good)
                break;
            if (length > 0.8 * bad)
                length = good > 0 ? std::sqrt(good * bad) : 0.8 * bad;
        }
        return best;
    }

    const surface::Surface& f_;
    double level_, tolerance_;
    Path path_;
    double longest_, length_;
    std::ptrdiff_t attempts_left_;
};

} // namespace

void fit_path(
    const surface::Surface& f, FittedPath along, std::vector<Bezier>& out, SmoothingEffort& effort)
{
    Fitter(f, std::move(along)).run(out, effort);
}

} // namespace thalweg::contour
