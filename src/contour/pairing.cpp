#include "contour/pairing.hpp"

#include "contour/turn.hpp"

#include <algorithm>
#include <functional>

namespace thalweg::contour {

namespace {

/// The point at a place on a leaf's boundary, which may be given one round later.
Vec2 boundary_point(const Box& box, double place)
{
    const double around = place >= 4 ? place - 4 : place;
    const int side = static_cast<int>(around);
    const double t = around - side;
    return side == 0 ? Vec2{box.x.at(t), box.y.lo}
        : side == 1  ? Vec2{box.x.hi, box.y.at(t)}
        : side == 2  ? Vec2{box.x.at(1 - t), box.y.hi}
                     : Vec2{box.x.lo, box.y.at(1 - t)};
}

/// An arc of a leaf's boundary between two crossings.
struct BoundaryArc {
    double from = 0, to = 0; ///< places on the boundary

    double length() const { return to - from; }
    double middle() const { return 0.5 * (from + to); }
};

/// All arcs of one kind, the longest first.
std::vector<BoundaryArc> arcs_of(std::span<const Incidence> group, bool high)
{
    std::vector<BoundaryArc> arcs;
    for (std::size_t i = 0; i < group.size(); ++i)
        if (group[i].leaving == high) // behind a curve that leaves the leaf the ground is high
            arcs.push_back(
                {group[i].key, i + 1 < group.size() ? group[i + 1].key : group[0].key + 4});
    std::ranges::sort(arcs, std::ranges::greater{}, &BoundaryArc::length);
    return arcs;
}

double sum(std::span<const BoundaryArc> arcs)
{
    double length = 0;
    for (const BoundaryArc& arc : arcs)
        length += arc.length();
    return length;
}

/// Does lower ground run through a leaf? The ground with less of the boundary does where the way
/// between the two longest arcs of the other meets it.
bool is_trench(
    const surface::Surface& f, const Box& box, double level, std::span<const Incidence> group)
{
    const auto high = arcs_of(group, true), low = arcs_of(group, false);
    const bool is_low_narrow = sum(low) < sum(high);
    const auto& wide = is_low_narrow ? high : low;
    const bool is_parted = meets(f, boundary_point(box, wide[0].middle()),
        boundary_point(box, wide[1].middle()), level, !is_low_narrow);
    return is_parted == is_low_narrow;
}

std::size_t first_of_pairs(
    const surface::Surface& f, const Cell& cell, double level, std::span<const Incidence> group)
{
    if (cell.shape != Shape::stuck || group.size() <= 2)
        return 0;
    const bool may_join_low = cell.is_continuous() && group.size() % 2 == 0;
    const bool joins_low = may_join_low && is_trench(f, cell.box, level, group);
    return group[0].leaving != joins_low ? 1 : 0;
}

} // namespace

bool Links::join(const Incidence& a, const Incidence& b)
{
    if (a.leaving == b.leaving)
        return false;
    const auto& [from, to] = a.leaving ? std::pair{b, a} : std::pair{a, b};
    if (at(from.crossing).next != kNone || at(to.crossing).is_reached)
        return false;
    at(from.crossing).next = to.crossing;
    at(from.crossing).cell = from.cell;
    at(to.crossing).is_reached = true;
    return true;
}

bool pair_up(const surface::Surface& f, const Cell& cell, double level,
    std::span<const Incidence> group, Links& links)
{
    bool fits = group.size() % 2 == 0;
    const std::size_t n = group.size(), start = first_of_pairs(f, cell, level, group);
    for (std::size_t i = 0; i + 1 < n; i += 2)
        fits &= links.join(group[(start + i) % n], group[(start + i + 1) % n]);
    return fits;
}

} // namespace thalweg::contour
