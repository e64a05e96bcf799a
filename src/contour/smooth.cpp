#include "contour/smooth.hpp"

#include "contour/closeness.hpp"
#include "core/math.hpp"
#include "core/polyline.hpp"

namespace thalweg::contour {

namespace {

// Curves are measured at samples; between them they may be off by a little more.
constexpr double kMargin = 0.9;
constexpr int kMaxTries = 5;
// Without directions, straight lines of this share of the path stand in for the curve.
constexpr double kBlind = 0.02;
// A corner is not looked for in less than this share of the tolerance.
constexpr double kFinestCorner = 1e-4;
// How many curves are tried along a path, and for each of its leaves. Where that is not enough, f
// does not tell where its level set goes, and straight lines across the leaves are left.
constexpr std::size_t kAttempts = 200, kAttemptsOfLeaf = 10;
// A closed curve is followed as closely as this share of its width, so that it keeps its inside.
constexpr double kOfWidth = 0.2;
// A longer curve than this times one that fits is not looked for between it and one that does not.
constexpr double kClose = 1.3;

/// Lays the longest Béziers that fit along a path, one after another.
class Fitter {
public:
    /// leaves  how many the path passes through
    Fitter(const surface::Surface& f, double level, double tolerance, Path path, double longest,
        std::size_t leaves)
        : f_(f)
        , level_(level)
        , tolerance_(kMargin * tolerance)
        , path_(std::move(path))
        , longest_(longest)
        , length_(longest)
        , attempts_left_(static_cast<std::ptrdiff_t>(kAttempts + kAttemptsOfLeaf * leaves))
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

bool is_stuck(std::span<const Cell> tree, const ChainPoint& p)
{
    return tree[static_cast<std::size_t>(p.cell)].shape == Shape::stuck;
}

/// How strongly the level curve bends at a point.
double curvature(const surface::Surface& f, Vec2 p)
{
    const Jet<double> j = f.jet(p);
    const Vec2 g = gradient(j), along{g.y, -g.x};
    const double k = std::abs(dot(along, hessian(j) * along)) / thalweg::pow(norm2(g), 1.5);
    return std::isfinite(k) ? k : 0;
}

/// Lets a closed chain start where it must have a knot, or where it bends most: not where the tree
/// happened to begin.
void rotate(const surface::Surface& f, std::span<const Cell> tree, std::vector<ChainPoint>& points)
{
    points.pop_back();
    auto start = std::find_if(
        points.begin(), points.end(), [&](const ChainPoint& p) { return is_stuck(tree, p); });
    if (start == points.end()) {
        std::vector<double> bends;
        for (const ChainPoint& p : points)
            bends.push_back(curvature(f, p.p));
        start = points.begin() + (std::max_element(bends.begin(), bends.end()) - bends.begin());
    }
    std::rotate(points.begin(), start, points.end());
    points.push_back(points.front());
}

double length_of(std::span<const ChainPoint> points)
{
    double length = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        length += distance(points[i - 1].p, points[i].p);
    return length;
}

double area_of(std::span<const ChainPoint> points)
{
    double sum = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        sum += cross(points[i - 1].p - points[0].p, points[i].p - points[0].p);
    return 0.5 * sum;
}

/// Straight lines through points, without those that lie within tolerance of the rest.
void add_polygon(std::span<const ChainPoint> points, double tolerance, std::vector<Bezier>& out)
{
    std::vector<Vec2> corners;
    for (const ChainPoint& point : points)
        corners.push_back(point.p);
    const std::vector<std::size_t> kept = simplify(corners, tolerance);
    for (std::size_t k = 1; k < kept.size(); ++k)
        if (corners[kept[k - 1]] != corners[kept[k]])
            out.push_back(straight(corners[kept[k - 1]], corners[kept[k]]));
}

} // namespace

Ring smooth_ring(const surface::Surface& f, std::span<const Cell> tree, const Chain& chain,
    double level, double tolerance, SmoothingEffort& effort)
{
    Ring ring{.closed = chain.closed};
    std::vector<ChainPoint> points = chain.points;
    if (chain.closed)
        rotate(f, tree, points);
    // A closed curve keeps at least four parts, however coarse the tolerance.
    const double length = length_of(points), longest = length / (chain.closed ? 4 : 1);
    if (chain.closed && length > 0)
        tolerance = std::min(tolerance,
            std::max(kOfWidth * 2 * std::abs(area_of(points)) / length, kFinestCorner * tolerance));
    for (std::size_t i = 0, j = 0; i + 1 < points.size(); i = j) {
        j = i + 1;
        const bool stuck = is_stuck(tree, points[i]);
        while (j + 1 < points.size() && is_stuck(tree, points[j]) == stuck)
            ++j;
        const std::span<const ChainPoint> part(&points[i], j - i + 1);
        if (stuck)
            add_polygon(part, tolerance, ring.beziers);
        else
            Fitter(f, level, tolerance, Path(f, tree, level, part), longest, part.size())
                .run(ring.beziers, effort);
    }
    return ring;
}

} // namespace thalweg::contour
