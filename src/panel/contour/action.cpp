#include "panel/contour/action.hpp"

#include "panel/contour/head_ellipses.hpp"
#include "panel/contour/head_vectors.hpp"
#include "panel/contour/map_heads.hpp"
#include "panel/contour/map_paths.hpp"
#include "panel/contour/search_lines.hpp"
#include "panel/contour/starts.hpp"

#include <algorithm>
#include <array>

namespace thalweg::panel {

namespace {

/// Where ellipses and arrows are looked for, over a film.
std::vector<double> sampled_times(double duration_s)
{
    constexpr double kPerSecond = 20;
    constexpr int kMost = 4000;
    const int count = std::clamp(static_cast<int>(duration_s * kPerSecond), 1, kMost);
    std::vector<double> times;
    for (int i = 0; i <= count; ++i)
        times.push_back(duration_s * i / count);
    return times;
}

Occupancy occupied(const MapPaths& paths, const Box& map)
{
    Occupancy all(map);
    paths.occupy(all);
    all.finish();
    return all;
}

} // namespace

struct MapAction::Parts {
    explicit Parts(const ActionSetup& setup)
        : map(setup.placement.inner)
        , paths(setup)
        , starts(setup)
        , searches(setup)
        , ellipses(setup)
        , vectors(setup)
        , heads(setup, occupied(paths, map), [&](const auto& moment) { return beside(moment); })
        , taken(map)
    {
        paths.occupy(taken);
        heads.occupy(taken);
        if (setup.ellipses || !setup.vectors.empty())
            occupy_beside(*setup.context.timeline);
        taken.finish();
    }

    void occupy_beside(const experiment::Timeline& timeline)
    {
        for (const double time_s : sampled_times(timeline.duration_s()))
            for (const Box& box : beside(timeline.moment(time_s)))
                taken.add_box(box);
    }
    /// What ellipses, arrows, their names and searches cover.
    std::vector<Box> beside(const experiment::Moment& moment) const
    {
        std::vector<Box> boxes = ellipses.boxes_at(moment);
        for (const std::vector<Box>& more : {vectors.boxes_at(moment), searches.boxes_at(moment)})
            boxes.insert(boxes.end(), more.begin(), more.end());
        return boxes;
    }

    Box map;
    MapPaths paths;
    MapStarts starts;
    SearchLines searches;
    HeadEllipses ellipses;
    HeadVectors vectors;
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
    parts_->ellipses.add_key(moment, key);
    parts_->vectors.add_key(moment, key);
    parts_->heads.add_key(moment, key);
}

void MapAction::draw(canvas::Canvas& canvas, const experiment::Moment& moment) const
{
    parts_->searches.draw_lines(canvas, moment);
    parts_->paths.draw(canvas, moment);
    parts_->starts.draw(canvas, moment);
    parts_->searches.draw_tries(canvas, moment);
    parts_->ellipses.draw(canvas, moment);
    if (!parts_->vectors.empty())
        parts_->vectors.draw(canvas, moment, parts_->heads.covered_at(moment));
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
