#include "panel/contour/contour_panel.hpp"

#include "panel/axes.hpp"
#include "panel/contour/contour_pyramid.hpp"
#include "panel/contour/placed_contour.hpp"

namespace thalweg::panel {

namespace {

// Beyond these proportions a map is stretched, so that both of its sides can be read.
constexpr double kNarrowest = 0.55, kWidest = 2.2;
constexpr double kLeastSide = 60, kLeastPageSide = 40; // layout units, points
constexpr std::size_t kMostViews = 64; // looked at for the room of axes
constexpr double kFrame = 0.5; // half of the frame's line is outside the map, in line units

/// Views of a film, a few of each scale.
std::vector<Box> axis_views(const Camera& camera, double duration_s)
{
    const std::vector<Box> all = sampled_views(camera, duration_s);
    std::vector<Box> few;
    for (std::size_t i = 0; i < all.size(); i += all.size() / kMostViews + 1)
        few.push_back(all[i]);
    few.push_back(all.back());
    return few;
}

Insets larger(const Insets& a, const Insets& b)
{
    return {std::max(a.left, b.left), std::max(a.top, b.top), std::max(a.right, b.right),
        std::max(a.bottom, b.bottom)};
}

} // namespace

ContourPanel::ContourPanel(const ContourPlan& plan, const Context& context)
    : plan_(plan)
    , context_(context)
    , camera_(std::make_shared<const Camera>(plan.camera, domain(), context))
    , key_(plan, context.experiments->all[plan.experiment])
    , views_(axis_views(*camera_, context.timeline->duration_s()))
{
}

const Box& ContourPanel::domain() const
{
    return context_.experiments->all[plan_.experiment].plan.domain;
}

SizeRequest ContourPanel::size(const Setting& setting) const
{
    const double aspect = std::clamp(domain().width() / domain().height(), kNarrowest, kWidest);
    const double side = setting.format.is_page ? kLeastPageSide : kLeastSide;
    return {.least_width = side * std::max(1.0, aspect),
        .least_height = side * std::max(1.0, 1 / aspect),
        .aspect = aspect};
}

Insets ContourPanel::insets(Vec2 inner, const ScaleRequest&, const Setting& setting) const
{
    const Box box{{0, inner.x}, {0, inner.y}};
    const double frame = kFrame * setting.format.line;
    Insets room{frame, frame, frame, frame};
    for (const Box& view : views_) {
        AxesMarks axes = linear_axes(view, box, setting.format, setting.metrics);
        axes.x.name = plan_.x_label;
        axes.y.name = plan_.y_label;
        if (camera_->moves() && !axes.x.marks.empty() && !axes.y.marks.empty()) {
            // Under a moving camera, ticks pass the corners.
            axes.x.marks.front().at = box.x.lo;
            axes.x.marks.back().at = box.x.hi;
            axes.y.marks.back().at = box.y.lo;
        }
        room = larger(room, axes_insets(axes, box, setting.format, setting.metrics));
    }
    room.bottom += key_.height(inner.x, setting);
    return room;
}

std::unique_ptr<const PlacedPanel> ContourPanel::place(const Placement& placement) const
{
    return std::make_unique<PlacedContour>(plan_, context_, camera_, placement);
}

} // namespace thalweg::panel
