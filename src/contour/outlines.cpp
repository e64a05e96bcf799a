#include "contour/bezier_fit.hpp"
#include "contour/trace.hpp"

#include <algorithm>

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

/// Joins open curves where they meet the domain's edge. Higher ground is to the left of a curve
/// that runs out of the domain, so it lies counter-clockwise from there, up to where the next curve
/// comes in.
class Joiner {
public:
    explicit Joiner(const Box& domain)
        : domain_(domain)
    {
    }

    void add(const Ring& ring)
    {
        const Vec2 start = ring.beziers.front().p[0], end = ring.beziers.back().p[3];
        open_.push_back({&ring, around(domain_, start), around(domain_, end)});
    }

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
        double start, end;
        bool is_used = false;
    };

    static double ahead(double from, double to) { return to >= from ? to - from : to - from + 4; }

    Outline outline_from(std::size_t first)
    {
        Outline outline;
        for (std::size_t i = first;;) {
            open_[i].is_used = true;
            outline.insert(
                outline.end(), open_[i].ring->beziers.begin(), open_[i].ring->beziers.end());
            const std::size_t next = next_start(i, first);
            walk_edge(outline, domain_, open_[i].end, ahead(open_[i].end, open_[next].start),
                open_[next].ring->beziers.front().p[0]);
            if (next == first)
                return outline;
            i = next;
        }
    }

    /// The nearest start ahead of where curve `at` ends, of those that are free, and of the
    /// outline's own.
    std::size_t next_start(std::size_t at, std::size_t first) const
    {
        std::size_t best = first;
        for (std::size_t i = 0; i < open_.size(); ++i)
            if (!open_[i].is_used
                && ahead(open_[at].end, open_[i].start) < ahead(open_[at].end, open_[best].start))
                best = i;
        return best;
    }

    const Box& domain_;
    std::vector<Open> open_;
};

Outline whole(const Box& domain)
{
    const auto c = domain.corners();
    return {straight(c[0], c[1]), straight(c[1], c[2]), straight(c[2], c[3]), straight(c[3], c[0])};
}

} // namespace

std::vector<Outline> super_level_outlines(
    const surface::Surface& f, const Box& domain, const LevelSet& set)
{
    Joiner joiner(domain);
    std::vector<Outline> closed;
    bool meets_edge = false;
    for (const Ring& ring : set.rings) {
        const Vec2 start = ring.beziers.front().p[0], end = ring.beziers.back().p[3];
        if (!ring.closed && is_on_edge(domain, start) && is_on_edge(domain, end)) {
            joiner.add(ring);
            meets_edge = true;
            continue;
        }
        closed.push_back(ring.beziers);
        go_to(closed.back(), start); // a curve that was lost inside the domain is closed straight
    }
    std::vector<Outline> outlines = joiner.join();
    // Without curves across it, the domain's edge is all on one side.
    if (!meets_edge && f.value(domain.corners()[0]) >= set.level)
        outlines.push_back(whole(domain));
    outlines.insert(outlines.end(), closed.begin(), closed.end());
    return outlines;
}

} // namespace thalweg::contour
