#include "panel/contour/inset.hpp"

#include <cmath>

namespace thalweg::panel {

namespace {

constexpr double kShare = 0.34; // of the map's sides
constexpr double kMargin = 8; // from the map's edges, in line units
constexpr double kFrame = 1; // line units

std::shared_ptr<const Camera> camera_on(
    const InsetPlan& inset, const Box& domain, const Context& context)
{
    const Keyframe key{.center = inset.center, .follow = {}, .width = inset.width};
    return std::make_shared<const Camera>(CameraPlan{key}, domain, context);
}

GroundSetup ground_of(const ContourPlan& plan, const Context& context,
    std::shared_ptr<const Camera> camera, const Placement& placement, const Box& box)
{
    return {.plan = plan,
        .context = context,
        .camera = std::move(camera),
        .box = box,
        .format = placement.setting.format,
        .jobs = placement.jobs};
}

ActionSetup action_of(const ContourPlan& plan, const Context& context,
    std::shared_ptr<const Camera> camera, const Placement& map, const Box& box)
{
    Placement placement{.inner = box, .outer = box, .setting = map.setting, .jobs = map.jobs};
    placement.setting.detail.head_labels = false; // the map itself has them
    return {.context = context,
        .runs = plan.runs,
        .trail = plan.trail,
        .camera = std::move(camera),
        .placement = placement,
        .shows_starts = false,
        .ellipses = plan.ellipses,
        .vectors = plan.vectors};
}

} // namespace

Box inset_box(const Box& map, Corner corner, const canvas::Format& format)
{
    const auto snapped = [&](double v) { return std::round(v * format.snap) / format.snap; };
    const double width = snapped(kShare * map.width()), height = snapped(kShare * map.height());
    const double margin = snapped(kMargin * format.line);
    const bool is_left = corner == Corner::top_left || corner == Corner::bottom_left;
    const bool is_top = corner == Corner::top_left || corner == Corner::top_right;
    const double x = is_left ? map.x.lo + margin : map.x.hi - margin - width;
    const double y = is_top ? map.y.lo + margin : map.y.hi - margin - height;
    return {{x, x + width}, {y, y + height}};
}

Inset::Inset(const ContourPlan& plan, const Context& context, const Box& domain,
    const Placement& placement, const Box& box)
    : box_(box)
    , line_(placement.setting.format.line)
    , camera_(camera_on(*plan.inset, domain, context))
    , ground_(ground_of(plan, context, camera_, placement, box))
    , action_(action_of(plan, context, camera_, placement, box))
{
}

void Inset::draw_frame_on(canvas::Canvas& canvas, const Projection& map) const
{
    const Box view = camera_->view(0);
    const Vec2 low = map({view.x.lo, view.y.lo}), high = map({view.x.hi, view.y.hi});
    const canvas::Clip clip(canvas, map.box);
    canvas.stroke(canvas::Path::rectangle({{low.x, high.x}, {high.y, low.y}}),
        {.color = canvas.palette().text.with_alpha(0.7), .width = kFrame * line_});
}

void Inset::draw_backdrop(canvas::Canvas& canvas) const
{
    const canvas::Group group(canvas, "inset");
    canvas.fill(canvas::Path::rectangle(box_), canvas.palette().background);
    ground_.draw(canvas, camera_->view(0));
    canvas.stroke(canvas::Path::rectangle(box_),
        {.color = canvas.palette().text.with_alpha(0.7), .width = kFrame * line_});
}

} // namespace thalweg::panel
