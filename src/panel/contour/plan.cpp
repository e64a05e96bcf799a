#include "panel/contour/plan.hpp"

#include "panel/contour/contour_panel.hpp"

namespace thalweg::panel {

std::unique_ptr<const Panel> ContourPlan::prepare(const Context& context) const
{
    return std::make_unique<ContourPanel>(*this, context);
}

} // namespace thalweg::panel
