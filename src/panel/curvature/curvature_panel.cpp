#include "panel/common_options.hpp"
#include "panel/curvature/placed_curvature.hpp"
#include "panel/curvature/plan.hpp"
#include "panel/wording.hpp"

#include <limits>

namespace thalweg::panel {

namespace {

class CurvaturePanel final : public Panel {
public:
    CurvaturePanel(const CurvaturePlan& plan, const Context& context)
    {
        std::vector<CurvatureNumbers> numbers;
        for (const std::size_t run : plan.runs)
            numbers.emplace_back(*context.experiments, run);
        cards_ = std::make_shared<const CurvatureCards>(CurvatureCards{.context = context,
            .runs = plan.runs,
            .names = names_in_list(*context.experiments, plan.runs),
            .numbers = std::move(numbers)});
    }

    SizeRequest size(const Setting& setting) const override
    {
        const CardLayout layout = cards_->layout(setting, std::numeric_limits<double>::max());
        return {.least_width = layout.least_width(),
            .least_height = layout.height(),
            .stretches = false,
            .most_width = layout.most_width()};
    }
    double height_for(double width, const Setting& setting) const override
    {
        return cards_->layout(setting, width).height();
    }
    std::unique_ptr<const PlacedPanel> place(const Placement& placement) const override
    {
        return std::make_unique<PlacedCurvature>(cards_, placement);
    }

private:
    std::shared_ptr<const CurvatureCards> cards_;
};

} // namespace

std::unique_ptr<const Panel> CurvaturePlan::prepare(const Context& context) const
{
    if (runs.empty())
        return nullptr;
    return std::make_unique<CurvaturePanel>(*this, context);
}

PanelPlanPtr make_curvature(Options& options, const ReadContext& context)
{
    auto plan = std::make_shared<CurvaturePlan>();
    read_common(options, context, *plan, {.runs = true});
    return plan;
}

} // namespace thalweg::panel
