#include "figure/arrangements.hpp"
#include "figure/detail.hpp"
#include "figure/figure.hpp"
#include "figure/scales.hpp"

#include "canvas/typesetter.hpp"
#include "core/interrupt.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace thalweg::figure {

namespace {

constexpr double kLeastMapShare = 0.3; // of a picture's area, unless its maps fill the width
constexpr int kMostColumns = 3; // of a legend
constexpr double kHeading = 1.6; // of the names' size
constexpr double kLargest = 16; // times the size that was asked for, where it is too small

struct Prepared {
    std::string name, heading;
    std::shared_ptr<const panel::Panel> panel;
};

/// An arrangement that fits.
struct Solution {
    Arrangement arrangement;
    SolvedGrid grid;
    panel::Detail detail;
    canvas::TypeScale type;
    std::vector<std::string> left_out;
};

bool is_tall(const canvas::Format& format)
{
    return format.is_narrow_page() || (format.height > 0 && format.height > 1.2 * format.width);
}

/// Tries compositions of prepared panels in one format.
class Composer {
public:
    Composer(const LayoutPlan& layout, const std::vector<Prepared>& panels,
        const canvas::Format& format, canvas::TextMetrics& metrics)
        : layout_(layout)
        , panels_(panels)
        , format_(format)
        , metrics_(metrics)
    {
    }

    std::optional<Solution> best() const
    {
        std::optional<Solution> fallback;
        for (const DetailLevel& level : detail_levels(format_)) {
            check_interrupt();
            std::optional<Solution> found = best_of(level);
            if (found && is_good(*found))
                return refilled(level, std::move(*found));
            if (found && (!fallback || found->grid.map_area > 1.05 * fallback->grid.map_area))
                fallback = std::move(found);
        }
        return fallback;
    }

private:
    /// What a level leaves out although there is room for it after all, put back.
    Solution refilled(DetailLevel level, Solution found) const
    {
        for (bool panel::Detail::*part :
            {&panel::Detail::formula, &panel::Detail::learning_rates}) {
            DetailLevel richer = level;
            richer.detail.*part = true;
            std::optional<Solution> with = level.detail.*part ? std::nullopt : best_of(richer);
            if (!with || !is_good(*with) || with->grid.map_area < found.grid.map_area)
                continue;
            level = std::move(richer);
            found = std::move(*with);
        }
        return found;
    }

    /// A mosaic keeps the size of its type: its author chose what stands beside the maps.
    bool is_good(const Solution& solution) const
    {
        const double picture = format_.width * solution.grid.height;
        const bool is_sparse_mosaic = layout_.wide && !solution.detail.formula;
        return is_sparse_mosaic || solution.grid.full_width || solution.grid.map_area == 0
            || solution.grid.map_area >= kLeastMapShare * picture;
    }

    /// The arrangement with the largest maps; with one column of the legend where more do not help.
    std::optional<Solution> best_of(const DetailLevel& level) const
    {
        std::optional<Solution> best;
        canvas::Format format = format_;
        format.type = level.type;
        for (int columns = 1; columns <= kMostColumns; ++columns) {
            panel::Detail detail = level.detail;
            detail.legend_columns = columns;
            const panel::Setting setting{format, detail, metrics_};
            for (Arrangement& arrangement : candidates(level, setting)) {
                auto solved = solve(arrangement.grid, setting);
                if (solved && (!best || solved->map_area > 1.03 * best->grid.map_area))
                    best = Solution{std::move(arrangement), std::move(*solved), detail, level.type,
                        level.left_out};
            }
        }
        return best;
    }

    std::vector<Arrangement> candidates(
        const DetailLevel& level, const panel::Setting& setting) const
    {
        const std::vector<NamedItem> items = items_of(level, setting);
        if (is_tall(format_) && layout_.tall)
            return {arrange(*layout_.tall, items)};
        if (layout_.wide && is_tall(format_))
            return {stack(*layout_.wide, items)};
        if (layout_.wide)
            return {arrange(*layout_.wide, items)};
        return arrangements(items);
    }

    std::vector<NamedItem> items_of(const DetailLevel& level, const panel::Setting& setting) const
    {
        std::vector<NamedItem> items;
        for (const Prepared& one : panels_)
            if (is_shown(one.name, level))
                items.push_back({.name = one.name,
                    .panel = one.panel.get(),
                    .heading = one.heading.empty() ? 0 : kHeading * setting.format.type.name,
                    .is_map = one.panel->size(setting).aspect.has_value()});
        return items;
    }

    bool is_shown(const std::string& name, const DetailLevel& level) const
    {
        if (layout_.wide || layout_.tall)
            return true; // the mosaic places what it names
        if (name == "title" && !format_.has_title)
            return false;
        if (layout_.map_only && (name == "loss" || name == "colorbar"))
            return false;
        if (name == "loss" && format_.is_narrow_page())
            return false;
        return std::ranges::find(level.dropped, name) == level.dropped.end();
    }

    const LayoutPlan& layout_;
    const std::vector<Prepared>& panels_;
    const canvas::Format& format_;
    canvas::TextMetrics& metrics_;
};

/// Letters count panels with axes on pages that show several of them.
std::vector<Prepared> prepare(
    const FigurePlan& plan, const panel::Context& context, const canvas::Format& format)
{
    const auto lettered = std::ranges::count_if(
        plan.panels, [](const NamedPanel& one) { return one.plan->has_letter; });
    const bool with_letters = format.is_page && lettered > 1 && plan.layout.wide;
    std::vector<Prepared> panels;
    char letter = 'a';
    for (const NamedPanel& one : plan.panels) {
        std::shared_ptr<const panel::Panel> panel = one.plan->prepare(context);
        if (!panel)
            continue; // nothing to show
        std::string heading = one.plan->title;
        if (with_letters && one.plan->has_letter)
            heading = fmt::format("({}){}{}", letter++, heading.empty() ? "" : " ", heading);
        panels.push_back({one.name, heading, std::move(panel)});
    }
    return panels;
}

/// A page keeps its type and gets larger; a film keeps its pixels, so its type gets smaller.
canvas::Format enlarged(const canvas::Format& format, double factor)
{
    canvas::Format larger = format;
    larger.width *= factor;
    larger.height *= factor;
    if (!format.is_page)
        larger.scale = larger.snap = format.scale / factor;
    return larger;
}

/// A composition and the format that it fits.
struct Fitted {
    canvas::Format format;
    Solution solution;
};

/// The least enlarged format that everything fits into; nothing where even the largest is too
/// small.
std::optional<Fitted> enlarge_until_it_fits(const LayoutPlan& layout,
    const std::vector<Prepared>& panels, const canvas::Format& format, canvas::TextMetrics& metrics)
{
    for (double factor = 1.05; factor < kLargest; factor *= 1.05) {
        const canvas::Format larger = enlarged(format, factor);
        if (auto solution = Composer(layout, panels, larger, metrics).best())
            return Fitted{larger, std::move(*solution)};
    }
    return std::nullopt;
}

/// Throws  DoesNotFit for a page that is too small; a film that is gets smaller type instead
Fitted fit(const LayoutPlan& layout, const std::vector<Prepared>& panels,
    const canvas::Format& format, canvas::TextMetrics& metrics)
{
    if (auto solution = Composer(layout, panels, format, metrics).best())
        return {format, std::move(*solution)};
    auto larger = enlarge_until_it_fits(layout, panels, format, metrics);
    if (larger && !format.is_page) {
        larger->solution.left_out.push_back("type of 9 pixels and more");
        return std::move(*larger);
    }
    DoesNotFit refusal("the picture is too small for its text");
    if (larger) {
        refusal.needed_width = larger->format.width;
        refusal.needed_height = larger->format.height;
    }
    throw refusal;
}

const Prepared& find(const std::vector<Prepared>& panels, const std::string& name)
{
    return *std::ranges::find(panels, name, &Prepared::name);
}

} // namespace

FigurePtr compose(
    const FigurePlan& plan, const panel::Context& context, const canvas::Format& wanted, int jobs)
{
    canvas::Typesetter metrics;
    const std::vector<Prepared> panels = prepare(plan, context, wanted);
    auto [format, solution] = fit(plan.layout, panels, wanted, metrics);
    format.height = solution.grid.height;
    format.type = solution.type;
    const panel::Setting setting{format, solution.detail, metrics};
    std::vector<const panel::Panel*> shown;
    for (const std::string& name : solution.arrangement.names)
        shown.push_back(find(panels, name).panel.get());
    const std::vector<panel::ScaleRequest> scales = shared_scales(shown);

    std::vector<PlacedItem> items;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const Prepared& one = find(panels, solution.arrangement.names[i]);
        const ItemBoxes& boxes = solution.grid.items[i];
        panel::Placement placement{
            .inner = boxes.inner, .outer = boxes.outer, .setting = setting, .jobs = jobs};
        placement.outer.y.lo += one.heading.empty() ? 0 : kHeading * format.type.name;
        placement.scales = scales[i];
        items.push_back({.name = one.name,
            .outer = boxes.outer,
            .inner = boxes.inner,
            .heading = one.heading,
            .heading_at = {boxes.outer.x.lo, boxes.outer.y.lo + format.type.name},
            .panel = one.panel->place(placement)});
    }
    return std::make_shared<const Figure>(context, format, std::move(items), solution.left_out);
}

} // namespace thalweg::figure
