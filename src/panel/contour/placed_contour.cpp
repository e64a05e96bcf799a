#include "panel/contour/placed_contour.hpp"

#include "panel/axes.hpp"

#include <array>

namespace thalweg::panel {

namespace {

constexpr std::size_t kMostMarked = 12; ///< critical points that labels of heads stay away from

/// An inset and the strip between it and the edges of the map, where nothing has room.
Box corner_with(const Box& inset, const Box& map)
{
    const Vec2 p = inset.center(), middle = map.center();
    const Vec2 corner{p.x < middle.x ? map.x.lo : map.x.hi, p.y < middle.y ? map.y.lo : map.y.hi};
    return hull(inset, {{corner.x, corner.x}, {corner.y, corner.y}});
}

ActionSetup action_setup(const ContourPlan& plan, const Context& context,
    std::shared_ptr<const Camera> camera, Placement placement, const std::optional<Inset>& inset)
{
    if (inset)
        placement.obstacles.push_back(corner_with(inset->box(), placement.inner));
    ActionSetup setup{.context = context,
        .runs = plan.runs,
        .trail = plan.trail,
        .camera = std::move(camera),
        .placement = std::move(placement),
        .ellipses = plan.ellipses,
        .vectors = plan.vectors};
    const experiment::Experiment& experiment = context.experiments->all[plan.experiment];
    if (plan.minima != MinimaMark::none)
        setup.marked = experiment.minima.global;
    if (plan.critical_points && experiment.critical_points.size() <= kMostMarked)
        for (const surface::CriticalPoint& point : experiment.critical_points)
            setup.marked.push_back(point.at);
    return setup;
}

/// The inset's corner: the one that is asked for, else the emptiest of those that do not hide what
/// is enlarged.
Corner inset_corner(const ContourPlan& plan, const Context& context,
    const std::shared_ptr<const Camera>& camera, const Placement& placement)
{
    if (plan.inset->corner)
        return *plan.inset->corner;
    const MapAction alone(action_setup(plan, context, camera, placement, std::nullopt));
    const Box box = inset_box(placement.inner, Corner::bottom_right, placement.setting.format);
    const InsetPlan& inset = *plan.inset;
    const Projection project{camera->view(context.timeline->duration_s()), placement.inner};
    const Vec2 middle = project(inset.center);
    const double side = 0.5 * inset.width * project.units_per_x();
    const Box kept = grown({{middle.x, middle.x}, {middle.y, middle.y}}, side);
    return alone.emptiest_corner({box.width(), box.height()}, kept);
}

/// The parts of a map that an inset in its corner leaves free: beside it and above or below it.
std::array<Box, 2> parts_beside(const Box& map, const Box& inset)
{
    const bool is_left = inset.center().x < map.center().x;
    const bool is_top = inset.center().y < map.center().y;
    Box rest = map, beside = map;
    if (is_top)
        rest.y.lo = beside.y.hi = inset.y.hi;
    else
        rest.y.hi = beside.y.lo = inset.y.lo;
    if (is_left)
        beside.x.lo = inset.x.hi;
    else
        beside.x.hi = inset.x.lo;
    return {rest, beside};
}

} // namespace

PlacedContour::PlacedContour(const ContourPlan& plan, const Context& context,
    std::shared_ptr<const Camera> camera, const Placement& placement)
    : plan_(plan)
    , format_(placement.setting.format)
    , key_(plan, context.experiments->all[plan.experiment])
    , inner_(placement.inner)
    , outer_(placement.outer)
    , key_box_(placement.inner)
    , camera_(std::move(camera))
    , ground_({.plan = plan,
          .context = context,
          .camera = camera_,
          .box = inner_,
          .format = format_,
          .jobs = placement.jobs})
    , inset_(plan.inset ? std::make_optional<Inset>(plan, context, camera_->domain(), placement,
                 inset_box(inner_, inset_corner(plan, context, camera_, placement), format_))
                        : std::nullopt)
    , action_(action_setup(plan, context, camera_, placement, inset_))
{
    const double key = key_.height(inner_.width(), placement.setting);
    outer_.y.hi -= key;
    key_box_.y = {outer_.y.hi, outer_.y.hi + key};
    if (!plan.labels)
        return;
    LabelSetup setup{.ground = ground_,
        .camera = *camera_,
        .action = action_,
        .context = context,
        .runs = plan.runs,
        .vectors = plan.vectors,
        .placement = placement,
        .taken = placement.obstacles};
    if (inset_) {
        setup.taken.push_back(inset_->box());
        setup.framed = inset_->view();
    }
    labels_.emplace(setup);
}

std::vector<double> PlacedContour::view(const experiment::Moment& moment) const
{
    const Box view = camera_->view(moment.time_s);
    return {view.x.lo, view.x.hi, view.y.lo, view.y.hi};
}

void PlacedContour::draw_backdrop(canvas::Canvas& canvas, const experiment::Moment& moment) const
{
    const Box view = camera_->view(moment.time_s);
    const Projection project = ground_.projection(view);
    ground_.draw(canvas, view);
    if (labels_)
        labels_->draw(canvas, project, ground_.pyramid().layer_for(view));
    if (inset_) {
        inset_->draw_frame_on(canvas, project);
        inset_->draw_backdrop(canvas);
    }
    AxesMarks axes = linear_axes(view, inner_, format_, canvas.metrics());
    axes.x.name = plan_.x_label;
    axes.y.name = plan_.y_label;
    draw_axes(canvas, axes, inner_, outer_, format_);
    if (key_box_.height() > 0)
        key_.draw(canvas, key_box_, format_);
}

/// Draws what moves on the map, but not over the inset.
template <class Draw>
void PlacedContour::beside_inset(canvas::Canvas& canvas, const Draw& draw) const
{
    if (!inset_) {
        draw();
        return;
    }
    // The action itself keeps to the map; here its parts meet at whole pixels.
    for (const Box& part : parts_beside(inner_, inset_->box())) {
        const canvas::Clip clip(canvas, part);
        draw();
    }
}

// With an inset, a block is that of the map and that of the inset, as far as both have it. Further
// blocks of either are drawn with the action.

std::size_t PlacedContour::settled(const experiment::Moment& moment) const
{
    const std::size_t on_map = action_.settled(moment);
    return inset_ ? std::min(on_map, inset_->action().settled(moment)) : on_map;
}

void PlacedContour::draw_settled(
    canvas::Canvas& canvas, const experiment::Moment& moment, std::size_t block) const
{
    beside_inset(canvas, [&] { action_.draw_settled(canvas, moment, block); });
    if (inset_)
        inset_->action().draw_settled(canvas, moment, block);
}

void PlacedContour::add_action_key(const experiment::Moment& moment, std::vector<double>& key) const
{
    action_.add_action_key(moment, key);
    if (inset_)
        inset_->action().add_action_key(moment, key);
}

void PlacedContour::draw_action(canvas::Canvas& canvas, const experiment::Moment& moment) const
{
    const std::size_t drawn = settled(moment);
    const auto draw = [&](const MapAction& action) {
        for (std::size_t block = drawn; block < action.settled(moment); ++block)
            action.draw_settled(canvas, moment, block);
        action.draw(canvas, moment);
    };
    beside_inset(canvas, [&] { draw(action_); });
    if (inset_)
        draw(inset_->action());
}

std::vector<Color> PlacedContour::flat_colors(const canvas::Palette& palette) const
{
    return ground_.flat_colors(palette);
}

} // namespace thalweg::panel
