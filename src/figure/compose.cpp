#include "figure/composition.hpp"
#include "figure/figure.hpp"
#include "figure/least_page.hpp"
#include "figure/scales.hpp"

#include "canvas/typesetter.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace thalweg::figure {

namespace {

constexpr double kLargest = 16; // times the size that was asked for, where it is too small

/// Letters count panels with axes on pages that show several of them.
std::vector<PreparedPanel> prepare(
    const FigurePlan& plan, const panel::Context& context, const canvas::Format& format)
{
    const auto lettered = std::ranges::count_if(
        plan.panels, [](const NamedPanel& one) { return one.plan->has_letter; });
    const bool with_letters = format.is_page && lettered > 1 && plan.layout.wide;
    const bool is_chosen = plan.layout.wide || plan.layout.tall; // its author knows what it lacks
    std::vector<PreparedPanel> panels;
    char letter = 'a';
    for (const NamedPanel& one : plan.panels) {
        std::shared_ptr<const panel::Panel> panel = one.plan->prepare(context);
        if (!panel)
            continue; // nothing to show
        std::string heading = one.plan->title;
        if (one.plan->heading_of)
            heading = context.experiments->all[*one.plan->heading_of].plan.shown_name();
        if (with_letters && one.plan->has_letter)
            heading = fmt::format("({}){}{}", letter++, heading.empty() ? "" : " ", heading);
        panels.push_back(
            {one.name, Heading(std::move(heading)), std::move(panel), one.is_wanted && !is_chosen});
    }
    return panels;
}

/// A film keeps its pixels, so its type gets smaller.
canvas::Format enlarged(const canvas::Format& format, double factor)
{
    canvas::Format larger = format;
    larger.width *= factor;
    larger.height *= factor;
    larger.scale = larger.snap = format.scale / factor;
    return larger;
}

/// A composition and the format that it fits.
struct Fitted {
    canvas::Format format;
    Composition composition;
};

/// The least enlarged format that everything fits into; nothing where even the largest is too
/// small.
std::optional<Fitted> enlarge_until_it_fits(const LayoutPlan& layout,
    const std::vector<PreparedPanel>& panels, const canvas::Format& format,
    canvas::TextMetrics& metrics)
{
    for (double factor = 1.05; factor < kLargest; factor *= 1.05) {
        const canvas::Format larger = enlarged(format, factor);
        if (auto found = best_composition(layout, panels, larger, metrics))
            return Fitted{larger, std::move(*found)};
    }
    return std::nullopt;
}

/// Words and tables alone get larger type than beside maps, as large as a film has room for.
Fitted magnified(const LayoutPlan& layout, const std::vector<PreparedPanel>& panels, Fitted found,
    canvas::TextMetrics& metrics)
{
    const bool is_still = std::ranges::all_of(
        found.composition.grid.items, [](const ItemBoxes& boxes) { return boxes.is_still; });
    if (found.format.is_page || !is_still)
        return found;
    for (const double factor : {2.4, 2.0, 1.7, 1.4, 1.2}) {
        const canvas::Format smaller = enlarged(found.format, 1 / factor);
        auto larger_type = best_composition(layout, panels, smaller, metrics);
        if (larger_type && larger_type->detail.formula) // all is told
            return {smaller, std::move(*larger_type)};
    }
    return found;
}

/// Throws  DoesNotFit for a page that is too small; a film that is gets smaller type instead
Fitted fit(const LayoutPlan& layout, const std::vector<PreparedPanel>& panels,
    const canvas::Format& format, canvas::TextMetrics& metrics)
{
    if (auto found = best_composition(layout, panels, format, metrics))
        return magnified(layout, panels, {format, std::move(*found)}, metrics);
    DoesNotFit refusal("the picture is too small for its text");
    if (format.is_page) {
        if (const auto least = least_page(layout, panels, format, metrics)) {
            refusal.needed_width = least->width * least->scale / format.scale;
            refusal.needed_height = least->height * least->scale / format.scale;
        }
        throw refusal;
    }
    auto larger = enlarge_until_it_fits(layout, panels, format, metrics);
    if (!larger)
        throw refusal;
    larger->composition.left_out.push_back(
        fmt::format("type of 9 pixels and more, which takes {:.0f}x{:.0f} pixels",
            std::ceil(larger->format.width * format.scale),
            std::ceil(larger->format.height * format.scale)));
    return std::move(*larger);
}

/// A page whose picture would be higher than its publisher takes gets that height, and smaller
/// maps.
Fitted fit_below_limit(const LayoutPlan& layout, const std::vector<PreparedPanel>& panels,
    const canvas::Format& format, canvas::TextMetrics& metrics)
{
    Fitted fitted = fit(layout, panels, format, metrics);
    const bool is_too_high
        = format.most_height > 0 && fitted.composition.grid.height > format.most_height;
    if (format.height > 0 || !is_too_high)
        return fitted;
    canvas::Format lower = format;
    lower.height = format.most_height;
    return fit(layout, panels, lower, metrics);
}

const PreparedPanel& find(const std::vector<PreparedPanel>& panels, const std::string& name)
{
    return *std::ranges::find(panels, name, &PreparedPanel::name);
}

/// Tells of panels that the picture has no room for, although the scene asks for them or the
/// picture cannot be read without.
void add_lacked(Composition& chosen, const std::vector<PreparedPanel>& panels)
{
    for (const PreparedPanel& one : panels) {
        if (std::ranges::count(chosen.arrangement.names, one.name) > 0)
            continue;
        if (one.is_wanted)
            chosen.left_out.push_back(
                fmt::format("the panel \"{}\"; a layout that names it keeps it", one.name));
        else if (!one.panel->lacked().empty())
            chosen.left_out.emplace_back(one.panel->lacked());
    }
}

} // namespace

FigurePtr compose(
    const FigurePlan& plan, const panel::Context& context, const canvas::Format& wanted, int jobs)
{
    canvas::Typesetter metrics;
    const std::vector<PreparedPanel> panels = prepare(plan, context, wanted);
    auto [format, chosen] = fit_below_limit(plan.layout, panels, wanted, metrics);
    format.height = chosen.grid.height;
    format.type = chosen.type;
    const panel::Setting setting{format, chosen.detail, metrics};
    std::vector<const panel::Panel*> shown;
    for (const std::string& name : chosen.arrangement.names)
        shown.push_back(find(panels, name).panel.get());
    const std::vector<panel::ScaleRequest> scales = shared_scales(shown);

    std::vector<PlacedItem> items;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const PreparedPanel& one = find(panels, chosen.arrangement.names[i]);
        const ItemBoxes& boxes = chosen.grid.items[i];
        panel::Placement placement{
            .inner = boxes.inner, .outer = boxes.outer, .setting = setting, .jobs = jobs};
        placement.outer.y.lo += boxes.heading_height;
        placement.scales = scales[i];
        items.push_back({.name = one.name,
            .outer = boxes.outer,
            .inner = boxes.inner,
            .heading = one.heading,
            .panel = one.panel->place(placement)});
    }
    if (!plan.layout.map_only)
        add_lacked(chosen, panels);
    return std::make_shared<const Figure>(context, format, std::move(items), chosen.left_out);
}

} // namespace thalweg::figure
