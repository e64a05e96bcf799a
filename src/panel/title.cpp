#include "panel/kinds.hpp"
#include "panel/paragraphs.hpp"
#include "panel/wording.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace thalweg::panel {

namespace {

constexpr double kWidest = 40; // in sizes of a title

class TitlePanel final : public Panel {
public:
    TitlePanel(std::string title, const experiment::Experiments& experiments)
        : title_(std::move(title))
    {
        std::vector<std::string> seen;
        for (const experiment::Experiment& one : experiments.all) {
            const std::string name = capitalized(kind_in_words(one.plan.surface_kind));
            if (title_.empty())
                title_ = name.empty() ? "A surface of two parameters" : name;
            const std::string& formula = one.plan.surface->facts().formula;
            const std::string line
                = title_ == name || name.empty() ? formula : fmt::format("{}: {}", name, formula);
            if (std::ranges::find(seen, line) == seen.end())
                seen.push_back(line);
        }
        for (const std::string& line : seen)
            subtitle_ += (subtitle_.empty() ? "" : " · ") + line;
        rate_ = shared_rate_text(experiments);
    }

    SizeRequest size(const Setting& setting) const override
    {
        const Paragraphs paragraphs = paragraphs_for(setting);
        return {
            .least_width = std::max(paragraphs.least_width(setting), 6 * setting.format.type.title),
            .least_height = setting.format.type.title,
            .stretches = false,
            .most_width = kWidest * setting.format.type.title};
    }
    double height_for(double width, const Setting& setting) const override
    {
        return paragraphs_for(setting).height(width, setting);
    }
    std::unique_ptr<const PlacedPanel> place(const Placement& placement) const override
    {
        return place_paragraphs(paragraphs_for(placement.setting), "title", placement);
    }

private:
    Paragraphs paragraphs_for(const Setting& setting) const
    {
        std::vector<Paragraph> list{{title_, Paragraph::Role::title}};
        if (setting.detail.formula && !subtitle_.empty())
            list.push_back({subtitle_, Paragraph::Role::muted, 0.35});
        if (setting.detail.learning_rates && !rate_.empty())
            list.push_back({rate_, Paragraph::Role::muted, 0.2});
        return Paragraphs(std::move(list));
    }

    std::string title_, subtitle_, rate_;
};

class TitlePlan final : public PanelPlan {
public:
    explicit TitlePlan(std::string text)
        : text_(std::move(text))
    {
    }
    std::unique_ptr<const Panel> prepare(const Context& context) const override
    {
        return std::make_unique<TitlePanel>(text_, *context.experiments);
    }

private:
    std::string text_;
};

} // namespace

PanelPlanPtr make_title(const ReadContext& context)
{
    return std::make_shared<TitlePlan>(context.title);
}

} // namespace thalweg::panel
