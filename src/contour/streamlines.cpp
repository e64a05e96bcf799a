#include "contour/streamlines.hpp"

#include "contour/flow_line.hpp"
#include "core/interrupt.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_map>

namespace thalweg::contour {

namespace {

constexpr double kNearest = 0.5; // of the spacing: a line ends where another is this near
constexpr double kShortest = 1.5; // of the spacing
constexpr double kStep = 0.3; // of the spacing, between points of a line
constexpr double kTolerance = 0.01; // of the spacing, of a step
constexpr int kFirstSeeds = 6; // squared: seeds of which the longest line is the first
constexpr std::size_t kMostPoints = 4000; // of a line
constexpr double kJoint = 1e-9; // of the spacing: points nearer than this are one

/// Points of the picture, found by place.
class PointGrid {
public:
    explicit PointGrid(double cell)
        : cell_(cell)
    {
    }

    void add(Vec2 p) { cells_[key(index(p.x), index(p.y))].push_back(p); }
    /// reach  at most the size of a cell
    bool has_nearer(Vec2 p, double reach) const
    {
        const std::int64_t column = index(p.x), row = index(p.y);
        for (std::int64_t i = column - 1; i <= column + 1; ++i)
            for (std::int64_t j = row - 1; j <= row + 1; ++j) {
                const auto found = cells_.find(key(i, j));
                if (found != cells_.end() && std::ranges::any_of(found->second, [&](Vec2 q) {
                        return distance(p, q) < reach;
                    }))
                    return true;
            }
        return false;
    }

private:
    std::int64_t index(double v) const { return static_cast<std::int64_t>(std::floor(v / cell_)); }
    static std::int64_t key(std::int64_t i, std::int64_t j) { return i * 0x4000'0000 + j; }

    double cell_;
    std::unordered_map<std::int64_t, std::vector<Vec2>> cells_;
};

/// The direction at the second of three points, by the parabola through them.
Vec2 tangent(Vec2 a, Vec2 b, Vec2 c)
{
    const double first = distance(a, b), second = distance(b, c);
    const Vec2 way = second / first * (b - a) + first / second * (c - b);
    return way / norm(way);
}

/// Smooth curves through points, which are apart.
Streamline curves_through(const std::vector<Vec2>& points, Vec2 scale)
{
    const auto to_domain = [&](Vec2 p) { return Vec2{p.x / scale.x, p.y / scale.y}; };
    const std::size_t last = points.size() - 1;
    std::vector<Vec2> ways(points.size());
    for (std::size_t i = 1; i < last; ++i)
        ways[i] = tangent(points[i - 1], points[i], points[i + 1]);
    // At the ends the parabola goes on: its chord has the mean of both directions.
    const auto mirrored = [](Vec2 way, Vec2 chord) {
        const Vec2 unit = chord / norm(chord);
        return 2 * dot(way, unit) * unit - way;
    };
    ways[0] = mirrored(ways[1], points[1] - points[0]);
    ways[last] = mirrored(ways[last - 1], points[last] - points[last - 1]);
    Streamline line;
    for (std::size_t i = 0; i < last; ++i) {
        const double handle = distance(points[i], points[i + 1]) / 3;
        line.push_back({{to_domain(points[i]), to_domain(points[i] + handle * ways[i]),
            to_domain(points[i + 1] - handle * ways[i + 1]), to_domain(points[i + 1])}});
    }
    return line;
}

double length_of(const std::vector<Vec2>& points)
{
    double length = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        length += distance(points[i - 1], points[i]);
    return length;
}

/// Places lines one by one, each beside one that is there. Points are those of the picture.
class Placement {
public:
    Placement(const surface::Surface& f, const Box& domain, const StreamlineLayout& layout)
        : f_(f)
        , domain_(domain)
        , layout_(layout)
        , taken_(layout.spacing)
    {
        for (const Streamline& line : layout.placed)
            take(points_along(line));
    }

    std::vector<Streamline> run()
    {
        if (lines_.empty())
            add(longest_of_all());
        add_neighbours();
        // Ground that no neighbour reaches, such as that beyond a hole.
        for (double x = domain_.x.lo; x <= domain_.x.hi; x += layout_.spacing / layout_.scale.x)
            for (double y = domain_.y.lo; y <= domain_.y.hi;
                 y += layout_.spacing / layout_.scale.y) {
                try_seed(on_picture({x, y}));
                add_neighbours();
            }
        return std::move(found_);
    }

private:
    Vec2 on_picture(Vec2 p) const { return {p.x * layout_.scale.x, p.y * layout_.scale.y}; }
    Vec2 on_domain(Vec2 p) const { return {p.x / layout_.scale.x, p.y / layout_.scale.y}; }

    std::vector<Vec2> points_along(const Streamline& line) const
    {
        std::vector<Vec2> points{on_picture(line.front().p[0])};
        for (const Bezier& curve : line) {
            const double length = distance(on_picture(curve.p[0]), on_picture(curve.p[3]));
            const double parts = std::ceil(length / (kStep * layout_.spacing));
            for (double i = 1; i <= parts; ++i)
                points.push_back(on_picture(curve.at(i / parts)));
        }
        return points;
    }

    bool is_shown(Vec2 p) const
    {
        return domain_.contains(p)
            && (layout_.shown.empty() || std::ranges::any_of(layout_.shown, [&](const Box& box) {
                   return box.contains(p);
               }));
    }

    /// From a seed in one direction, without the seed.
    std::vector<Vec2> half_line(Vec2 seed, bool uphill) const
    {
        FlowLine flow(f_, on_domain(seed), uphill,
            {.scale = layout_.scale,
                .longest = kStep * layout_.spacing,
                .tolerance = kTolerance * layout_.spacing});
        std::vector<Vec2> points;
        Vec2 last = seed;
        while (points.size() < kMostPoints) {
            const auto next = flow.advance();
            if (!next || !domain_.contains(*next))
                break;
            const Vec2 p = on_picture(*next);
            if (taken_.has_nearer(p, kNearest * layout_.spacing))
                break;
            if (distance(p, last) > kJoint * layout_.spacing)
                points.push_back(last = p);
        }
        return points;
    }

    /// Downhill, through a seed.
    std::vector<Vec2> line_through(Vec2 seed) const
    {
        std::vector<Vec2> points = half_line(seed, true);
        std::ranges::reverse(points);
        points.push_back(seed);
        std::ranges::copy(half_line(seed, false), std::back_inserter(points));
        return points;
    }

    std::vector<Vec2> longest_of_all() const
    {
        std::vector<Vec2> longest;
        double length = 0;
        for (int i = 0; i < kFirstSeeds * kFirstSeeds; ++i) {
            const Vec2 seed{domain_.x.at((i % kFirstSeeds + 0.5) / kFirstSeeds),
                domain_.y.at((std::floor(i / kFirstSeeds) + 0.5) / kFirstSeeds)};
            if (!is_shown(seed))
                continue;
            std::vector<Vec2> line = line_through(on_picture(seed));
            if (const double l = length_of(line); l > length) {
                length = l;
                longest = std::move(line);
            }
        }
        return longest;
    }

    void add(std::vector<Vec2> points)
    {
        if (points.size() < 3 || length_of(points) < kShortest * layout_.spacing)
            return;
        found_.push_back(curves_through(points, layout_.scale));
        take(std::move(points));
    }

    void take(std::vector<Vec2> points)
    {
        for (const Vec2 p : points)
            taken_.add(p);
        lines_.push_back(std::move(points));
    }

    void try_seed(Vec2 seed)
    {
        check_interrupt();
        if (is_shown(on_domain(seed)) && !taken_.has_nearer(seed, layout_.spacing))
            add(line_through(seed));
    }

    /// Lines beside those that have no neighbours yet.
    void add_neighbours()
    {
        for (; looked_at_ < lines_.size(); ++looked_at_)
            for (std::size_t i = 1; i < lines_[looked_at_].size(); ++i) {
                const Vec2 p = lines_[looked_at_][i], way = p - lines_[looked_at_][i - 1];
                const Vec2 aside = 1.001 * layout_.spacing / norm(way) * Vec2{-way.y, way.x};
                try_seed(p + aside);
                try_seed(p - aside);
            }
    }

    const surface::Surface& f_;
    Box domain_;
    const StreamlineLayout& layout_;
    PointGrid taken_;
    std::vector<std::vector<Vec2>> lines_; ///< new ones and those that were placed
    std::size_t looked_at_ = 0; ///< of these: their neighbours have been tried
    std::vector<Streamline> found_;
};

} // namespace

std::vector<Streamline> evenly_spaced_streamlines(
    const surface::Surface& f, const Box& domain, const StreamlineLayout& layout)
{
    return Placement(f, domain, layout).run();
}

} // namespace thalweg::contour
