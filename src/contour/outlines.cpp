#include "contour/outlines.hpp"

#include "contour/bezier_fit.hpp"
#include "contour/trace.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace thalweg::contour {

namespace {

/// Place on the domain's edge: 0 to 4, counter-clockwise from the lower left corner.
double around(const Box& d, Vec2 p)
{
    if (p.y == d.y.lo)
        return (p.x - d.x.lo) / d.width();
    if (p.x == d.x.hi)
        return 1 + (p.y - d.y.lo) / d.height();
    if (p.y == d.y.hi)
        return 2 + (d.x.hi - p.x) / d.width();
    return 3 + (d.y.hi - p.y) / d.height();
}

bool is_on_edge(const Box& d, Vec2 p)
{
    return p.x == d.x.lo || p.x == d.x.hi || p.y == d.y.lo || p.y == d.y.hi;
}

void go_to(Outline& outline, Vec2 p)
{
    const Vec2 from = outline.back().p[3];
    if (from != p)
        outline.push_back(straight(from, p));
}

/// Continues an outline along the domain's edge, counter-clockwise, to a point `ahead` of its end.
void walk_edge(Outline& outline, const Box& domain, double from, double ahead, Vec2 to)
{
    const auto corners = domain.corners();
    for (double corner = std::floor(from) + 1; corner < from + ahead; ++corner)
        go_to(outline, corners[static_cast<std::size_t>(corner) % 4]);
    go_to(outline, to);
}

/// Joins open curves to outlines: each goes on with the curve that begins where it ends, else along
/// the domain's edge. The region is to the left of a curve that runs out of the domain, so it lies
/// counter-clockwise from there, up to where the next curve comes in.
class Joiner {
public:
    explicit Joiner(const Box& domain)
        : domain_(domain)
    {
    }

    void add(const Ring& ring)
    {
        const Vec2 start = ring.beziers.front().p[0], end = ring.beziers.back().p[3];
        if (is_on_edge(domain_, start))
            on_edge_.emplace(around(domain_, start), open_.size());
        at_.emplace(std::pair(start.x, start.y), open_.size());
        open_.push_back({&ring, start, end});
        meets_edge_ = meets_edge_ || is_on_edge(domain_, start) || is_on_edge(domain_, end);
    }

    bool meets_edge() const { return meets_edge_; }

    std::vector<Outline> join()
    {
        std::vector<Outline> outlines;
        for (std::size_t i = 0; i < open_.size(); ++i)
            if (!open_[i].is_used)
                outlines.push_back(outline_from(i));
        return outlines;
    }

private:
    struct Open {
        const Ring* ring;
        Vec2 start, end;
        bool is_used = false;
    };
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    Outline outline_from(std::size_t first)
    {
        Outline outline;
        for (std::size_t i = first; i != kNone;) {
            open_[i].is_used = true;
            const std::vector<Bezier>& beziers = open_[i].ring->beziers;
            outline.insert(outline.end(), beziers.begin(), beziers.end());
            const Vec2 end = open_[i].end;
            if (end == open_[first].start)
                return outline;
            i = next_at(end);
            if (i == kNone && is_on_edge(domain_, end)) {
                i = next_on_edge(end, first);
                const Vec2 to = open_[i == kNone ? first : i].start;
                if (is_on_edge(domain_, to))
                    walk_edge(outline, domain_, around(domain_, end), ahead(end, to), to);
            }
        }
        go_to(outline, open_[first].start); // a curve that was lost is closed straight
        return outline;
    }

    /// A free curve that begins at a point.
    std::size_t next_at(Vec2 point) const
    {
        const auto [begin, end] = at_.equal_range(std::pair(point.x, point.y));
        for (auto entry = begin; entry != end; ++entry)
            if (!open_[entry->second].is_used)
                return entry->second;
        return kNone;
    }

    /// The free curve that begins next on the domain's edge; none where that of the outline itself
    /// is nearer.
    std::size_t next_on_edge(Vec2 end, std::size_t first) const
    {
        const double from = around(domain_, end);
        const bool is_own = is_on_edge(domain_, open_[first].start);
        const double most = is_own ? ahead(end, open_[first].start) : 4;
        auto entry = on_edge_.lower_bound(from);
        for (std::size_t i = 0; i < on_edge_.size(); ++i, ++entry) {
            if (entry == on_edge_.end())
                entry = on_edge_.begin();
            if (open_[entry->second].is_used)
                continue;
            return ahead(end, open_[entry->second].start) < most ? entry->second : kNone;
        }
        return kNone;
    }

    double ahead(Vec2 from, Vec2 to) const
    {
        const double distance = around(domain_, to) - around(domain_, from);
        return distance >= 0 ? distance : distance + 4;
    }

    const Box& domain_;
    std::vector<Open> open_;
    std::multimap<double, std::size_t> on_edge_; ///< curves by where they begin on the edge
    std::multimap<std::pair<double, double>, std::size_t> at_; ///< curves by where they begin
    bool meets_edge_ = false;
};

Outline whole(const Box& domain)
{
    const auto c = domain.corners();
    return {straight(c[0], c[1]), straight(c[1], c[2]), straight(c[2], c[3]), straight(c[3], c[0])};
}

/// The height of the domain's edge that is farthest from a level. A corner may touch a level that
/// does not cross the edge: it alone cannot say on which side of the level the edge is.
double height_of_edge(const surface::Surface& f, const Box& domain, double level)
{
    double farthest = std::numeric_limits<double>::quiet_NaN();
    const auto corners = domain.corners();
    for (std::size_t i = 0; i < 4; ++i)
        for (const Vec2 p : {corners[i], 0.5 * (corners[i] + corners[(i + 1) % 4])}) {
            const double height = f.value(p);
            if (std::isnan(farthest) || std::abs(height - level) > std::abs(farthest - level))
                farthest = height;
        }
    return farthest;
}

} // namespace

std::vector<Outline> join_outlines(
    const Box& domain, std::span<const Ring> curves, bool is_edge_inside)
{
    Joiner joiner(domain);
    std::vector<Outline> closed;
    for (const Ring& ring : curves) {
        if (ring.closed)
            closed.push_back(ring.beziers);
        else
            joiner.add(ring);
    }
    std::vector<Outline> outlines = joiner.join();
    // Without curves across it, the domain's edge is all on one side.
    if (!joiner.meets_edge() && is_edge_inside)
        outlines.push_back(whole(domain));
    outlines.insert(outlines.end(), closed.begin(), closed.end());
    return outlines;
}

std::vector<Outline> super_level_outlines(
    const surface::Surface& f, const Box& domain, const LevelSet& set)
{
    const bool is_edge_high = height_of_edge(f, domain, set.level) >= set.level;
    if (set.cuts.empty())
        return join_outlines(domain, set.rings, is_edge_high);
    std::vector<Ring> curves = set.rings;
    curves.insert(curves.end(), set.cuts.begin(), set.cuts.end());
    return join_outlines(domain, curves, is_edge_high);
}

} // namespace thalweg::contour
