#include "panel/contour/head_vectors.hpp"

#include "panel/contour/free_room.hpp"
#include "panel/contour/head_labels.hpp"
#include "panel/contour/minima.hpp"
#include "panel/contour/run_vectors.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

// In layout units, on a map of scale 1.
constexpr double kMost = 70; // no arrow is longer
constexpr double kFrom = kHeadRadius + 2.5; // from the middle of a head to an arrow
constexpr double kSeen = 3; // shorter ones fade
constexpr double kLabelGap = 5; // beyond an arrow's tip, beside a step's shaft
constexpr double kLabelFade = 3; // free space around a name that is seen in full

constexpr double kRoot = 1.0 / 3, kLeastSize = 1e-4; // of usual steps; smaller ones vanish
constexpr double kBeside = 0.6; // of a shaft: where a name stands beside it
constexpr double kStill = 0.05; // of the map's width: the usual step of a run that does not move
constexpr double kNear = 0.5; // domains: Newton's arrows that lead farther fade
constexpr double kLeastOpacity = 0.04; // what is fainter is left out
constexpr double kHalo = 1.6 / 13; // of a name's size
constexpr std::size_t kMostNamed = 2; // with more runs, names stand once

/// In proportion up to `even`, and never as long as `most`.
double limited(double length, double even, double most)
{
    const double rest = most - even;
    return length <= even ? length : even + rest * thalweg::tanh((length - even) / rest);
}

canvas::TextStyle name_style(double size)
{
    return {.size = size};
}

bool is_arrow(HeadVector kind)
{
    return kind != HeadVector::line_search;
}

} // namespace

HeadVectors::HeadVectors(const ActionSetup& setup)
    : context_(setup.context)
    , camera_(setup.camera)
    , map_(setup.placement.inner)
    , obstacles_(setup.placement.obstacles)
    , marked_(setup.marked)
    , scale_(map_scale(map_.width()))
    , home_{camera_->domain(), map_}
    , text_size_(setup.placement.setting.format.type.least)
    , has_labels_(setup.placement.setting.detail.head_labels)
{
    std::ranges::copy_if(setup.vectors, std::back_inserter(kinds_), is_arrow);
    if (kinds_.empty())
        return;
    runs_ = setup.runs;
    for (const std::size_t run : runs_) {
        const double usual = usual_step(*context_.experiments, run, home_);
        usual_.push_back(usual > 0 ? usual : kStill * map_.width());
    }
    for (const HeadVector kind : kinds_)
        sizes_[static_cast<std::size_t>(kind)]
            = setup.placement.setting.metrics.size(label_of(kind), name_style(text_size_));
}

HeadVectors::Scale HeadVectors::scale_at(std::size_t index, double step) const
{
    const double motion = motion_at(*context_.experiments, runs_[index], step, home_);
    const double size = std::max(motion / usual_[index], kLeastSize);
    const double root = thalweg::pow(size, kRoot);
    const double even = kMost * scale_ * root / (1 + root); // half of the most for a usual step
    return {.stretch = even / (size * usual_[index]), .even = even};
}

std::vector<HeadArrow> HeadVectors::arrows_at(
    std::size_t index, const experiment::Moment& moment) const
{
    const std::size_t run = runs_[index];
    const experiment::Experiments& experiments = *context_.experiments;
    const optimizer::Trajectory& path = experiments.trajectory(run);
    const double step = moment.steps[run];
    const Vec2 head = projection(moment.time_s)(experiment::position_at(path, step));
    std::vector<HeadArrow> arrows;
    if (!grown(map_, (kMost + kFrom) * scale_).contains(head))
        return arrows;
    const auto [stretch, even] = scale_at(index, step);
    const double seen = 1 - badge_opacity(path, *context_.timeline, moment);
    for (const HeadVector kind : kinds_) {
        const auto vector = vector_at(experiments, run, kind, step);
        const Vec2 on_map = vector ? seen_on(home_, *vector) : Vec2{};
        const double far = norm(on_map), length = limited(stretch * far, even, kMost * scale_);
        if (!(length > 0))
            continue;
        double opacity = seen * std::min(length / (kSeen * scale_), 1.0);
        if (kind == HeadVector::newton) // as evenly as the Hessian's determinant passes 0
            opacity *= std::min(1.0, kNear * std::max(map_.width(), map_.height()) / far);
        if (opacity < kLeastOpacity)
            continue;
        const Vec2 from = head + kFrom * scale_ / far * on_map;
        arrows.push_back(
            {.kind = kind, .from = from, .to = from + length / far * on_map, .opacity = opacity});
    }
    return arrows;
}

bool HeadVectors::is_labelled(std::size_t index, HeadVector kind) const
{
    if (runs_.size() <= kMostNamed)
        return true;
    const auto has = [&](std::size_t run) {
        return kind != HeadVector::velocity
            || !context_.experiments->trajectory(run).velocities.empty();
    };
    return std::ranges::find_if(runs_, has) == runs_.begin() + static_cast<std::ptrdiff_t>(index);
}

/// Beyond the tip, so that it moves around with the arrow; those of velocity and step on either
/// side of their shafts, since these often lie on each other.
Box HeadVectors::label_box(const HeadArrow& arrow) const
{
    const Vec2 along = arrow.direction(), left{along.y, -along.x};
    const bool is_beyond = arrow.kind == HeadVector::gradient || arrow.kind == HeadVector::newton;
    const Vec2 way = is_beyond ? along : arrow.kind == HeadVector::step ? -left : left;
    const Vec2 from = is_beyond ? arrow.to : lerp(arrow.from, arrow.to, kBeside);
    const Vec2 size = sizes_[static_cast<std::size_t>(arrow.kind)];
    const double half = 0.5 * (std::abs(way.x) * size.x + std::abs(way.y) * size.y);
    const Vec2 middle = from + (kLabelGap * scale_ + half) * way;
    return {{middle.x - 0.5 * size.x, middle.x + 0.5 * size.x},
        {middle.y - 0.5 * size.y, middle.y + 0.5 * size.y}};
}

std::vector<VectorLabel> HeadVectors::labels_at(
    const experiment::Moment& moment, std::span<const Box> heads) const
{
    std::vector<VectorLabel> labels;
    if (!has_labels_)
        return labels;
    FreeRoom room(map_, kLabelFade * scale_);
    for (const Box& box : heads)
        room.take(box);
    for (const Box& box : obstacles_)
        room.take(box);
    for (const Vec2 place : marked_) {
        const Vec2 p = projection(moment.time_s)(place);
        room.take(grown({{p.x, p.x}, {p.y, p.y}}, kMinimumReach * scale_));
    }
    std::vector<std::vector<HeadArrow>> arrows;
    for (std::size_t i = 0; i < runs_.size(); ++i)
        for (const HeadArrow& arrow : arrows.emplace_back(arrows_at(i, moment)))
            room.take(arrow);
    for (std::size_t i = 0; i < runs_.size(); ++i)
        for (const HeadArrow& arrow : arrows[i])
            if (is_labelled(i, arrow.kind)) {
                const Box box = label_box(arrow);
                const double opacity = arrow.opacity * room.at(box);
                labels.push_back({.kind = arrow.kind, .box = box, .opacity = opacity});
                room.take(box, std::min(1.0, opacity / kLeastOpacity)); // no two meet
            }
    return labels;
}

void HeadVectors::draw(
    canvas::Canvas& canvas, const experiment::Moment& moment, std::span<const Box> taken) const
{
    if (runs_.empty())
        return;
    const canvas::Clip clip(canvas, map_);
    for (std::size_t i = 0; i < runs_.size(); ++i) {
        const canvas::Group group(
            canvas, canvas::group_id("vectors", context_.experiments->run_plan(runs_[i]).name));
        draw_arrows(canvas, arrows_at(i, moment), scale_);
    }
    const canvas::Group group(canvas, "vector-names");
    const canvas::Palette& palette = canvas.palette();
    for (const VectorLabel& label : labels_at(moment, taken)) {
        // A page stands still, so that nothing on it is about to appear.
        const double opacity = canvas.is_page() ? std::round(label.opacity) : label.opacity;
        if (opacity < kLeastOpacity)
            continue;
        canvas::TextStyle style = name_style(text_size_);
        style.color = palette.text.with_alpha(palette.text.a * opacity);
        style.halo = {.color = palette.halo.with_alpha(palette.halo.a * opacity),
            .width = kHalo * text_size_};
        canvas.text(label_of(label.kind), style,
            {.at = label.box.center(), .x = canvas::AlignX::center, .y = canvas::AlignY::middle});
    }
}

void HeadVectors::add_key(const experiment::Moment& moment, std::vector<double>& key) const
{
    for (const std::size_t run : runs_)
        key.push_back(
            badge_opacity(context_.experiments->trajectory(run), *context_.timeline, moment));
}

std::vector<Box> HeadVectors::boxes_at(const experiment::Moment& moment) const
{
    std::vector<Box> boxes;
    const auto around = [](Vec2 a, Vec2 b) {
        return hull({{a.x, a.x}, {a.y, a.y}}, {{b.x, b.x}, {b.y, b.y}});
    };
    for (std::size_t i = 0; i < runs_.size(); ++i)
        for (const HeadArrow& arrow : arrows_at(i, moment)) {
            const Vec2 middle = lerp(arrow.from, arrow.to, 0.5);
            boxes.push_back(around(arrow.from, middle)); // two boxes cover less than one
            boxes.push_back(around(middle, arrow.to));
            if (has_labels_ && is_labelled(i, arrow.kind))
                boxes.push_back(label_box(arrow));
        }
    return boxes;
}

Vec2 vectors_reach(std::span<const HeadVector> kinds, double map_width, const Setting& setting)
{
    Vec2 reach;
    for (const HeadVector kind : kinds)
        if (is_arrow(kind)) {
            const double arrow = (kFrom + kMost + kLabelGap) * map_scale(map_width);
            const Vec2 size
                = setting.metrics.size(label_of(kind), name_style(setting.format.type.least));
            reach = {std::max(reach.x, arrow + size.x), std::max(reach.y, arrow + size.y)};
        }
    return reach;
}

} // namespace thalweg::panel
