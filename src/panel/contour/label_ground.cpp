#include "panel/contour/label_ground.hpp"

#include "panel/contour/heads.hpp"

#include <algorithm>

namespace thalweg::panel {

namespace {

double moved_into(Range inner, Range outer)
{
    if (inner.width() >= outer.width())
        return outer.lo - inner.lo;
    return std::max(0.0, outer.lo - inner.lo) + std::min(0.0, outer.hi - inner.hi);
}

} // namespace

double head_clearance(double scale)
{
    return (kHeadRadius + kHeadFree) * scale + 0.5;
}

Vec2 into_map(const LabelGround& ground, const Box& box)
{
    const Box room = grown(ground.map, -kLabelEdge);
    return {moved_into(box.x, room.x), moved_into(box.y, room.y)};
}

} // namespace thalweg::panel
