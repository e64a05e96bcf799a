#include "panel/contour/label_space.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace thalweg::panel {

namespace {

constexpr double kTouch = 0.01; ///< units: less is no overlap
constexpr double kArrow = 8; ///< units around the middle of an arrow: what it covers
constexpr double kRounding = 0.05; ///< units: what is free stays free when places are rounded

Box moved(const Box& box, Vec2 by)
{
    return {{box.x.lo + by.x, box.x.hi + by.x}, {box.y.lo + by.y, box.y.hi + by.y}};
}

/// The shortest way, along one axis, on which `box` leaves `other`; zero where they are apart.
Vec2 way_out(const Box& box, const Box& other)
{
    const double right = other.x.hi - box.x.lo, left = box.x.hi - other.x.lo;
    const double down = other.y.hi - box.y.lo, up = box.y.hi - other.y.lo;
    const double least = std::min({right, left, down, up});
    if (least <= kTouch)
        return {};
    if (least == down)
        return {0, down};
    if (least == up)
        return {0, -up};
    return least == right ? Vec2{right, 0} : Vec2{-left, 0};
}

/// The same, on the shortest way that stays on the map.
Vec2 way_out(const LabelGround& ground, const Box& box, const Box& other)
{
    const Vec2 shortest = way_out(box, other);
    if (norm2(shortest) == 0 || norm(into_map(ground, moved(box, shortest))) < kTouch)
        return shortest;
    const Vec2 ways[] = {{0, other.y.hi - box.y.lo}, {0, other.y.lo - box.y.hi},
        {other.x.hi - box.x.lo, 0}, {other.x.lo - box.x.hi, 0}};
    Vec2 best = shortest;
    double least = 1e9;
    for (const Vec2 way : ways)
        if (norm(way) < least && norm(into_map(ground, moved(box, way))) < kTouch) {
            best = way;
            least = norm(way);
        }
    return best;
}

/// Where the middle of a box of this size is not allowed, so that it does not meet `block`.
Box widened(const Box& block, Vec2 size, double margin)
{
    const double across = 0.5 * size.x + margin, down = 0.5 * size.y + margin;
    return {{block.x.lo - across, block.x.hi + across}, {block.y.lo - down, block.y.hi + down}};
}

bool crosses(const Box& box, Vec2 a, Vec2 b)
{
    double enter = 0, leave = 1;
    return clip_segment(box, a, b, enter, leave) && leave > enter;
}

} // namespace

LabelSpace::LabelSpace(const LabelGround& ground, std::size_t runs)
    : ground_(ground)
    , heads_(runs)
    , covered_(runs)
    , boxes_(runs)
{
}

void LabelSpace::set_head(std::size_t run, const Head& head)
{
    const Vec2 p = heads_[run] = head.middle(ground_.scale);
    covered_[run] = head.outside() ? grown({{p.x, p.x}, {p.y, p.y}}, kArrow * ground_.scale)
                                   : moved(ground_.heads[run], p);
}

Box LabelSpace::head_box(std::size_t run) const
{
    const Vec2 p = heads_[run];
    return grown({{p.x, p.x}, {p.y, p.y}}, head_clearance(ground_.scale));
}

void LabelSpace::push_apart(int rounds)
{
    for (int round = 0; round < rounds; ++round) {
        double most = 0;
        const auto push = [&](std::size_t label, Vec2 by) {
            boxes_[label] = moved(boxes_[label], by);
            most = std::max(most, norm(by));
        };
        for (std::size_t a = 0; a < boxes_.size(); ++a)
            for (std::size_t b = 0; b < a; ++b) {
                const Vec2 way = way_out(boxes_[a], grown(boxes_[b], kLabelSpacing));
                push(a, 0.5 * way);
                push(b, -0.5 * way);
            }
        for (std::size_t label = 0; label < boxes_.size(); ++label) {
            for (std::size_t head = 0; head < heads_.size(); ++head)
                push(label, way_out(ground_, boxes_[label], head_box(head)));
            for (const Box& obstacle : ground_.obstacles)
                push(label, way_out(ground_, boxes_[label], grown(obstacle, kLabelSpacing)));
            push(label, into_map(ground_, boxes_[label]));
        }
        if (most < kTouch)
            return;
    }
}

bool LabelSpace::is_free(std::size_t run) const
{
    return is_free(run, boxes_[run]);
}

/// On the map, on no head and on no obstacle.
bool LabelSpace::is_on_ground(const Box& box) const
{
    const Box room = grown(box, kRounding);
    const auto meets = [&](const Box& other) { return norm2(way_out(room, other)) > 0; };
    return hull(ground_.map, room) == ground_.map && std::ranges::none_of(ground_.obstacles, meets)
        && std::ranges::none_of(covered_, meets);
}

bool LabelSpace::is_free(std::size_t run, const Box& box) const
{
    if (!is_on_ground(box))
        return false;
    for (std::size_t other = 0; other < boxes_.size(); ++other)
        if (other != run && norm2(way_out(box, grown(boxes_[other], kRounding))) > 0)
            return false;
    return true;
}

std::vector<bool> LabelSpace::shown() const
{
    std::vector<bool> shown(boxes_.size(), false);
    for (std::size_t run = 0; run < boxes_.size(); ++run) {
        shown[run] = is_on_ground(boxes_[run]);
        for (std::size_t other = 0; other < run && shown[run]; ++other)
            shown[run] = !shown[other]
                || norm2(way_out(boxes_[run], grown(boxes_[other], kRounding))) == 0;
    }
    return shown;
}

Box LabelSpace::nearest_free(std::size_t run, const Box& wanted) const
{
    constexpr double kGrid = 6;
    const Box first = moved(wanted, into_map(ground_, wanted));
    Box best = first;
    double least = 1e9;
    const auto consider = [&](const Box& box) {
        const double away = distance(box.center(), wanted.center());
        if (away < least && is_free(run, box)) {
            best = box;
            least = away;
        }
    };
    consider(first);
    for (double y = ground_.map.y.lo; y + wanted.height() <= ground_.map.y.hi; y += kGrid)
        for (double x = ground_.map.x.lo; x + wanted.width() <= ground_.map.x.hi; x += kGrid)
            consider({{x, x + wanted.width()}, {y, y + wanted.height()}});
    return best;
}

template <class Visit>
void LabelSpace::for_each_block(std::size_t run, Visit visit) const
{
    for (std::size_t other = 0; other < boxes_.size(); ++other) {
        visit(head_box(other));
        if (other != run)
            visit(grown(boxes_[other], kLabelSpacing));
    }
    for (const Box& obstacle : ground_.obstacles)
        visit(grown(obstacle, kLabelSpacing));
}

Vec2 LabelSpace::next_stop(std::size_t run, Vec2 from, Vec2 goal, Vec2 size) const
{
    constexpr double kSlack = 1; // units: a label that slides along something is not in its way
    double nearest = 1;
    std::optional<Box> first;
    for_each_block(run, [&](const Box& block) {
        const Box wide = widened(block, size, -kSlack);
        double enter = 0, leave = 1;
        if (!wide.contains(goal) && clip_segment(wide, from, goal, enter, leave) && enter < nearest
            && leave > enter) {
            nearest = enter;
            first = wide;
        }
    });
    if (!first)
        return goal;
    const Box room = widened(ground_.map, -size, 0);
    Vec2 stop = goal;
    double least = std::numeric_limits<double>::infinity();
    for (const Vec2 corner : grown(*first, 2 * kSlack).corners()) {
        const double way = distance(from, corner) + distance(corner, goal);
        if (way < least && room.contains(corner) && !crosses(*first, from, corner)) {
            least = way;
            stop = corner;
        }
    }
    return stop;
}

} // namespace thalweg::panel
