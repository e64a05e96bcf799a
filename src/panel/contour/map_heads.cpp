#include "panel/contour/map_heads.hpp"

#include "panel/contour/minima.hpp"
#include "panel/contour/starts.hpp"

namespace thalweg::panel {

namespace {

/// What the marks of minima and starts cover at one moment.
std::vector<Box> marks_at(const ActionSetup& setup, double time_s)
{
    const Projection project{setup.camera->view(time_s), setup.placement.inner};
    const double scale = map_scale(project.box.width());
    std::vector<Box> marks;
    const auto add = [&](Vec2 place, double reach) {
        const Vec2 p = project(place);
        if (project.view.contains(place))
            marks.push_back(grown({{p.x, p.x}, {p.y, p.y}}, reach * scale));
    };
    for (const Vec2 place : setup.marked)
        add(place, kMinimumReach);
    if (setup.shows_starts)
        for (const Start& start : starts_of(*setup.context.experiments, setup.runs))
            add(start.at, kStartReach);
    return marks;
}

} // namespace

MapHeads::MapHeads(const ActionSetup& setup, const Occupancy& paths, const Others& others)
    : context_(setup.context)
    , runs_(setup.runs)
    , camera_(setup.camera)
    , map_(setup.placement.inner)
    , outer_(setup.placement.outer)
    , covered_(setup.placement.obstacles)
    , scale_(map_scale(map_.width()))
    , drawing_(context_, runs_, scale_, setup.placement.setting)
{
    if (!setup.placement.setting.detail.head_labels)
        return;
    LabelGround ground{.map = map_,
        .scale = scale_,
        .obstacles = covered_,
        .paths = camera_->moves() ? nullptr : &paths};
    const HeadFilm film = film_heads(context_, runs_, *camera_, map_, covered_);
    for (std::size_t i = 0; i < film.samples.size(); i += kSlotSamples) {
        const double time_s = static_cast<double>(i) / film.per_second;
        std::vector<Box>& marks = ground.marks.emplace_back(marks_at(setup, time_s));
        const std::vector<Box> more = others(context_.timeline->moment(time_s));
        marks.insert(marks.end(), more.begin(), more.end());
    }
    drawing_.lay_out(std::move(ground), film, setup.placement.setting);
}

void MapHeads::draw(canvas::Canvas& canvas, const experiment::Moment& moment) const
{
    const canvas::Clip clip(canvas, outer_);
    drawing_.draw(canvas, moment, at(moment));
}

std::vector<Head> MapHeads::at(const experiment::Moment& moment) const
{
    return heads_at(
        *context_.experiments, runs_, {camera_->view(moment.time_s), map_}, moment, covered_);
}

std::vector<Box> MapHeads::covered_at(const experiment::Moment& moment) const
{
    std::vector<Box> boxes;
    for (const Head& head : at(moment)) {
        const Vec2 p = head.middle(scale_);
        boxes.push_back(
            grown({{p.x, p.x}, {p.y, p.y}}, (head.outside() ? kArrowSize : kHeadRadius) * scale_));
    }
    for (const LabelSpot& spot : drawing_.labels_at(moment.time_s))
        boxes.push_back(spot.box);
    return boxes;
}

void MapHeads::occupy(Occupancy& occupancy) const
{
    const HeadFilm film = film_heads(context_, runs_, *camera_, map_, covered_);
    for (std::size_t i = 0; i < film.samples.size(); ++i) {
        for (const Head& head : film.samples[i]) {
            const Vec2 p = head.middle(scale_);
            occupancy.add_box(grown({{p.x, p.x}, {p.y, p.y}}, kHeadRadius * scale_));
        }
        for (const LabelSpot& spot : drawing_.labels_at(static_cast<double>(i) / film.per_second))
            occupancy.add_box(spot.box);
    }
}

} // namespace thalweg::panel
