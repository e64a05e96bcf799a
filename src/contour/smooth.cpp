#include "contour/smooth.hpp"

#include "contour/fitter.hpp"
#include "core/math.hpp"
#include "core/polyline.hpp"

namespace thalweg::contour {

namespace {

// A closed curve is followed as closely as this share of its width, so that it keeps its inside.
constexpr double kOfWidth = 0.2;

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
            fit_path(f,
                {.path = Path(f, tree, level, part),
                    .level = level,
                    .tolerance = tolerance,
                    .longest = longest,
                    .leaves = part.size()},
                ring.beziers, effort);
    }
    return ring;
}

} // namespace thalweg::contour
