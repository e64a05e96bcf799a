#include "panel/text_panel.hpp"

#include "panel/common_options.hpp"
#include "panel/paragraphs.hpp"

namespace thalweg::panel {

namespace {

class TextPanel final : public Panel {
public:
    explicit TextPanel(const std::string& text)
        : paragraphs_({{text, Paragraph::Role::body}})
    {
    }

    SizeRequest size(const Setting& setting) const override
    {
        return {
            .least_width = std::max(paragraphs_.least_width(setting), 8 * setting.format.type.name),
            .least_height = setting.format.type.name,
            .stretches = false,
            .most_width
            = std::max(paragraphs_.natural_width(setting), 8 * setting.format.type.name)};
    }
    double height_for(double width, const Setting& setting) const override
    {
        return paragraphs_.height(width, setting);
    }
    std::unique_ptr<const PlacedPanel> place(const Placement& placement) const override
    {
        return place_paragraphs(paragraphs_, "text", placement);
    }

private:
    Paragraphs paragraphs_;
};

} // namespace

std::unique_ptr<const Panel> TextPlan::prepare(const Context&) const
{
    return std::make_unique<TextPanel>(text);
}

PanelPlanPtr make_text(Options& options, const ReadContext& context)
{
    auto plan = std::make_shared<TextPlan>();
    read_common(options, context, *plan, {});
    plan->text = options.text("text", "", "what stands there; $...$ is set as a formula");
    return plan;
}

} // namespace thalweg::panel
