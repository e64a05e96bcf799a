#include "panel/space/space_panel.hpp"

#include "panel/space/placed_space.hpp"

#include <algorithm>

namespace thalweg::panel {

namespace {

constexpr double kLeastSide = 110, kLeastPageSide = 70; // layout units, points
constexpr double kNarrowest = 0.9, kWidest = 1.6;

} // namespace

SpacePanel::SpacePanel(const SpacePlan& plan, const Context& context)
    : plan_(plan)
    , context_(context)
{
}

SizeRequest SpacePanel::size(const Setting& setting) const
{
    const Box extent = SpaceCamera::extent(
        plan_.camera, SpaceBox(context_.experiments->all[plan_.experiment].plan.domain));
    const double aspect = std::clamp(extent.width() / extent.height(), kNarrowest, kWidest);
    const double side = setting.format.is_page ? kLeastPageSide : kLeastSide;
    return {.least_width = side * std::max(1.0, aspect),
        .least_height = side * std::max(1.0, 1 / aspect),
        .aspect = aspect};
}

std::unique_ptr<const PlacedPanel> SpacePanel::place(const Placement& placement) const
{
    return std::make_unique<PlacedSpace>(plan_, context_, placement);
}

} // namespace thalweg::panel
