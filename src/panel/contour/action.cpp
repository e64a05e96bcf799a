#include "panel/contour/action.hpp"

#include "panel/contour/map_heads.hpp"
#include "panel/contour/map_paths.hpp"
#include "panel/contour/starts.hpp"

#include <array>

namespace thalweg::panel {

namespace {

Occupancy occupied(const MapPaths& paths, const MapHeads* heads, const Box& map)
{
    Occupancy all(map);
    paths.occupy(all);
    if (heads != nullptr)
        heads->occupy(all);
    all.finish();
    return all;
}

} // namespace

struct MapAction::Parts {
    explicit Parts(const ActionSetup& setup)
        : map(setup.placement.inner)
        , paths(setup)
        , starts(setup)
        , heads(setup, occupied(paths, nullptr, map))
        , taken(occupied(paths, &heads, map))
    {
    }

    Box map;
    MapPaths paths;
    MapStarts starts;
    MapHeads heads;
    Occupancy taken; ///< by paths, heads and labels over the whole film
};

MapAction::MapAction(const ActionSetup& setup)
    : parts_(std::make_unique<const Parts>(setup))
{
}
MapAction::~MapAction() = default;
MapAction::MapAction(MapAction&&) noexcept = default;

std::size_t MapAction::settled(const experiment::Moment& moment) const
{
    return parts_->paths.settled(moment.time_s);
}

void MapAction::draw_settled(
    canvas::Canvas& canvas, const experiment::Moment& moment, std::size_t block) const
{
    parts_->paths.draw_settled(canvas, moment, block);
}

void MapAction::add_action_key(const experiment::Moment& moment, std::vector<double>& key) const
{
    parts_->paths.add_key(moment, key);
    parts_->heads.add_key(moment, key);
}

void MapAction::draw(canvas::Canvas& canvas, const experiment::Moment& moment) const
{
    parts_->paths.draw(canvas, moment);
    parts_->starts.draw(canvas, moment);
    parts_->heads.draw(canvas, moment);
}

bool MapAction::meets(const Box& box, double distance) const
{
    return parts_->taken.meets(grown(box, distance));
}

Corner MapAction::emptiest_corner(Vec2 size, const Box& kept) const
{
    const Box& map = parts_->map;
    const Range left{map.x.lo, map.x.lo + size.x}, right{map.x.hi - size.x, map.x.hi};
    const Range top{map.y.lo, map.y.lo + size.y}, bottom{map.y.hi - size.y, map.y.hi};
    const std::array<Box, 4> corners{// in the order of Corner
        Box{left, top}, Box{right, top}, Box{left, bottom}, Box{right, bottom}};
    const auto price = [&](const Box& corner) {
        return parts_->taken.fraction(corner) + (overlap(corner, kept) ? 1 : 0);
    };
    return static_cast<Corner>(std::ranges::min_element(corners, {}, price) - corners.begin());
}

} // namespace thalweg::panel
