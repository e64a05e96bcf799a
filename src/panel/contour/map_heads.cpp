#include "panel/contour/map_heads.hpp"

#include "panel/contour/minima.hpp"
#include "panel/contour/starts.hpp"
#include "panel/marker.hpp"

#include <cmath>

namespace thalweg::panel {

namespace {

constexpr double kLeastOpacity = 0.04; ///< a label that is fainter is left out

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
    for (const Vec2 minimum : setup.minima)
        add(minimum, kMinimumReach);
    if (setup.shows_starts)
        for (const Start& start : starts_of(*setup.context.experiments, setup.runs))
            add(start.at, kStartReach);
    return marks;
}

} // namespace

MapHeads::MapHeads(const ActionSetup& setup, const Occupancy& paths)
    : context_(setup.context)
    , runs_(setup.runs)
    , camera_(setup.camera)
    , map_(setup.placement.inner)
    , outer_(setup.placement.outer)
    , covered_(setup.placement.obstacles)
    , style_{.scale = map_scale(map_.width()),
          .text_size = setup.placement.setting.format.type.label,
          .number_size = setup.placement.setting.format.type.least}
{
    if (!setup.placement.setting.detail.head_labels)
        return;
    LabelGround ground{.map = map_,
        .scale = style_.scale,
        .obstacles = covered_,
        .paths = camera_->moves() ? nullptr : &paths};
    labels_ = head_labels(*context_.experiments, runs_, map_.width(), setup.placement.setting);
    for (std::size_t i = 0; i < runs_.size(); ++i) {
        ground.sizes.push_back(measure(labels_[i], setup.placement.setting));
        ground.heads.push_back(head_extent(*context_.experiments, runs_[i], style_));
    }
    const HeadFilm film = film_heads(context_, runs_, *camera_, map_, covered_);
    for (std::size_t i = 0; i < film.samples.size(); i += kSlotSamples)
        ground.marks.push_back(marks_at(setup, static_cast<double>(i) / film.per_second));
    tracks_ = LabelTracks(ground, film);
}

void MapHeads::draw(canvas::Canvas& canvas, const experiment::Moment& moment) const
{
    const canvas::Clip clip(canvas, outer_);
    const std::vector<Head> heads = heads_at(
        *context_.experiments, runs_, {camera_->view(moment.time_s), map_}, moment, covered_);
    const std::vector<LabelSpot> spots = tracks_.at(moment.time_s);
    for (std::size_t i = 0; i < spots.size(); ++i)
        if (spots[i].opacity > kLeastOpacity)
            draw_leader(canvas, run_color(canvas.palette(), *context_.experiments, runs_[i]),
                heads[i], spots[i], style_);
    const auto id = [&](const char* prefix, std::size_t i) {
        return canvas::group_id(prefix, context_.experiments->run_plan(runs_[i]).name);
    };
    for (std::size_t i = 0; i < heads.size(); ++i) {
        const canvas::Group group(canvas, id("head", i));
        draw_head(canvas, *context_.experiments, runs_[i], heads[i], style_);
    }
    for (std::size_t i = 0; i < spots.size(); ++i)
        if (spots[i].opacity > kLeastOpacity) {
            const canvas::Group group(canvas, id("label", i));
            draw_label(canvas, *context_.experiments, labels_[i], spots[i],
                badge_opacity(moment, i), style_);
        }
}

double MapHeads::badge_opacity(const experiment::Moment& moment, std::size_t index) const
{
    return panel::badge_opacity(
        context_.experiments->trajectory(runs_[index]), *context_.timeline, moment);
}

void MapHeads::add_key(const experiment::Moment& moment, std::vector<double>& key) const
{
    const std::vector<LabelSpot> spots = tracks_.at(moment.time_s);
    for (std::size_t i = 0; i < spots.size(); ++i) {
        for (const double v :
            {spots[i].box.x.lo, spots[i].box.y.lo, spots[i].opacity, spots[i].marked})
            key.push_back(v);
        key.push_back(badge_opacity(moment, i));
    }
}

void MapHeads::occupy(Occupancy& occupancy) const
{
    const HeadFilm film = film_heads(context_, runs_, *camera_, map_, covered_);
    for (std::size_t i = 0; i < film.samples.size(); ++i) {
        for (const Head& head : film.samples[i]) {
            const Vec2 p = head.middle(style_.scale);
            occupancy.add_box(grown({{p.x, p.x}, {p.y, p.y}}, kHeadRadius * style_.scale));
        }
        for (const LabelSpot& spot : tracks_.at(static_cast<double>(i) / film.per_second))
            occupancy.add_box(spot.box);
    }
}

} // namespace thalweg::panel
