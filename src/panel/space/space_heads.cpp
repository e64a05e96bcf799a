#include "panel/space/space_heads.hpp"

#include "panel/contour/minima.hpp"
#include "panel/contour/starts.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

constexpr double kFade_s = 0.1; // before and after a head goes out of sight
constexpr double kReach = 1e3; // domains: farther away only the direction counts
constexpr double kInside = 0.9995; // of the way to the border

} // namespace

Head on_terrain(const Terrain& terrain, const SpaceView& view, Vec2 point)
{
    const Box& domain = terrain.box().domain();
    const auto on_ground = [&](Vec2 p) {
        Vec3 place = terrain.place(p);
        if (std::isnan(place.z)) // cut off, or undefined
            place.z = 0.5 * SpaceBox::kHeight;
        return place;
    };
    if (domain.contains(point))
        return {.at = view(on_ground(point))};
    const Box reach{{domain.x.lo - kReach * domain.width(), domain.x.hi + kReach * domain.width()},
        {domain.y.lo - kReach * domain.height(), domain.y.hi + kReach * domain.height()}};
    const Vec2 middle = domain.center(), target = reach.clamp(point);
    double enter = 0, leave = 1;
    clip_segment(domain, middle, target, enter, leave);
    const Vec2 border = domain.clamp(lerp(middle, target, kInside * leave));
    const Vec3 place = on_ground(border), inner = terrain.box().place(middle, 0);
    const Vec3 way = place - Vec3{inner.x, inner.y, place.z};
    const Vec2 at = view(place), to = view(place + 0.05 * way) - at;
    return {.at = at, .direction = norm(to) > 0 ? to / norm(to) : Vec2{0, -1}};
}

SpaceHeads::SpaceHeads(const SpaceSetup& setup, const Box& room, std::vector<Box> taken)
    : context_(setup.context)
    , runs_(setup.plan.runs)
    , terrain_(setup.terrain)
    , camera_(setup.camera)
    , room_(room)
    , scale_(setup.scale)
    , drawing_(context_, runs_, scale_, setup.placement.setting)
{
    const HeadFilm heads = film(room);
    if (!setup.placement.setting.detail.head_labels)
        return;
    LabelGround ground{.map = room, .scale = scale_, .obstacles = setup.placement.obstacles};
    ground.obstacles.insert(ground.obstacles.end(), taken.begin(), taken.end());
    for (std::size_t i = 0; i < heads.samples.size(); i += kSlotSamples)
        ground.marks.push_back(
            marks(setup, camera_->view(static_cast<double>(i) / heads.per_second)));
    drawing_.lay_out(std::move(ground), heads, setup.placement.setting);
}

/// What the marks of minima and starts cover in a view.
std::vector<Box> SpaceHeads::marks(const SpaceSetup& setup, const SpaceView& view) const
{
    std::vector<Box> boxes;
    const auto add = [&](Vec2 point, double reach) {
        const Vec3 place = terrain_->place(point);
        if (std::isnan(place.z) || !terrain_->is_seen(place, view))
            return;
        const Vec2 at = view(place);
        boxes.push_back(grown({{at.x, at.x}, {at.y, at.y}}, reach * scale_));
    };
    const experiment::Experiments& experiments = *context_.experiments;
    if (setup.plan.minima != MinimaMark::none)
        for (const Vec2 minimum : experiments.all[setup.plan.experiment].minima.global)
            add(minimum, kMinimumReach);
    for (const Start& start : starts_of(experiments, runs_))
        add(start.at, kStartReach);
    return boxes;
}

std::vector<Head> SpaceHeads::heads(const experiment::Moment& moment, const Box& room) const
{
    const SpaceView view = camera_->view(moment.time_s);
    std::vector<Head> all;
    for (const std::size_t run : runs_) {
        const optimizer::Trajectory& path = context_.experiments->trajectory(run);
        all.push_back(
            on_terrain(*terrain_, view, experiment::position_at(path, moment.steps[run])));
        all.back().diverged = is_lost(path, moment);
    }
    part_equal(all, room);
    return all;
}

/// Finds where heads are and which are hidden, over the film.
HeadFilm SpaceHeads::film(const Box& room)
{
    const experiment::Timeline& timeline = *context_.timeline;
    HeadFilm film = empty_film(timeline.duration_s());
    per_second_ = film.per_second;
    std::vector<std::vector<double>> now;
    for (std::size_t i = 0; i < film.samples.size(); ++i) {
        const double time_s
            = std::min(static_cast<double>(i) / film.per_second, timeline.duration_s());
        const experiment::Moment moment = timeline.moment(time_s);
        const SpaceView view = camera_->view(time_s);
        film.samples[i] = heads(moment, room);
        std::vector<double> hidden;
        for (const std::size_t run : runs_) {
            const Vec3 place = terrain_->place(
                experiment::position_at(context_.experiments->trajectory(run), moment.steps[run]));
            hidden.push_back(!std::isnan(place.z) && !terrain_->is_seen(place, view) ? 1 : 0);
        }
        now.push_back(std::move(hidden));
    }
    const auto reach = static_cast<std::size_t>(kFade_s * film.per_second);
    hidden_ = now;
    for (std::size_t i = 0; i < now.size(); ++i)
        for (std::size_t run = 0; run < runs_.size(); ++run) {
            const std::size_t from = i < reach ? 0 : i - reach,
                              until = std::min(i + reach, now.size() - 1);
            double sum = 0;
            for (std::size_t k = from; k <= until; ++k)
                sum += now[k][run];
            hidden_[i][run] = sum / static_cast<double>(until - from + 1);
        }
    return film;
}

std::vector<double> SpaceHeads::hidden(double time_s) const
{
    const double last = static_cast<double>(hidden_.size() - 1);
    const double at = std::clamp(time_s * per_second_, 0.0, last);
    const auto before = static_cast<std::size_t>(at),
               after = std::min(before + 1, hidden_.size() - 1);
    std::vector<double> now;
    for (std::size_t i = 0; i < runs_.size(); ++i)
        now.push_back(
            std::lerp(hidden_[before][i], hidden_[after][i], at - static_cast<double>(before)));
    return now;
}

void SpaceHeads::draw(canvas::Canvas& canvas, const experiment::Moment& moment) const
{
    drawing_.draw(canvas, moment, heads(moment, room_), hidden(moment.time_s));
}

void SpaceHeads::add_key(const experiment::Moment& moment, std::vector<double>& key) const
{
    for (const double one : hidden(moment.time_s))
        key.push_back(one);
    drawing_.add_key(moment, key);
}

std::vector<Box> SpaceHeads::label_boxes(double time_s) const
{
    std::vector<Box> boxes;
    for (const LabelSpot& spot : drawing_.labels_at(time_s))
        if (spot.opacity > kLeastLabelOpacity)
            boxes.push_back(spot.box);
    return boxes;
}

} // namespace thalweg::panel
