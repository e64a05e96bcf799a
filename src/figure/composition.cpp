#include "figure/composition.hpp"

#include "figure/detail.hpp"

#include "core/interrupt.hpp"

#include <algorithm>

namespace thalweg::figure {

namespace {

// Of a picture's area, unless its maps fill the width. Several maps have titles and axes each; they
// may be smaller where panels would have to go.
constexpr double kLeastMapShare = 0.3, kLeastShareOfSeveral = 0.2, kLeastShareWithAll = 0.12;
constexpr double kUnevenGain = 1.25; // what maps of different heights must gain by it
constexpr double kSmallMapShare = 0.2; // still better than a legend that is left out
constexpr double kHighestColumn = 2; // of a page of one column, in its width
constexpr int kMostColumns = 3; // of a legend

bool is_tall(const canvas::Format& format)
{
    return format.is_narrow_page || (format.height > 0 && format.height > 1.2 * format.width);
}

bool is_very_wide(const canvas::Format& format)
{
    return format.height > 0 && format.width > 2.4 * format.height;
}

/// Tries compositions of prepared panels in one format.
class Composer {
public:
    Composer(const LayoutPlan& layout, const std::vector<PreparedPanel>& panels,
        const canvas::Format& format, canvas::TextMetrics& metrics)
        : layout_(layout)
        , panels_(panels)
        , format_(format)
        , metrics_(metrics)
    {
    }

    std::optional<Composition> best() const
    {
        std::optional<Composition> fallback;
        DetailLevel of_fallback;
        for (const DetailLevel& level : detail_levels(format_)) {
            check_interrupt();
            if (!level.left_out.empty() && fallback && share_of_maps(*fallback) > kSmallMapShare)
                break; // the names of the runs are worth more than the size of the maps
            std::optional<Composition> found = best_of(level);
            if (found && is_good(*found))
                return refilled(level, std::move(*found));
            if (found && (!fallback || is_clearly_better(found->grid, fallback->grid))) {
                fallback = std::move(found);
                of_fallback = level;
            }
        }
        if (fallback)
            return refilled(of_fallback, std::move(*fallback));
        return std::nullopt;
    }

private:
    /// What a level leaves out although there is room for it after all, put back.
    Composition refilled(DetailLevel level, Composition found) const
    {
        for (bool panel::Detail::*part : {&panel::Detail::whole_cards, &panel::Detail::head_labels,
                 &panel::Detail::formula, &panel::Detail::losses, &panel::Detail::learning_rates}) {
            if (part == &panel::Detail::learning_rates && !level.detail.losses)
                break; // which say more
            DetailLevel richer = level;
            richer.detail.*part = true;
            std::optional<Composition> with = level.detail.*part ? std::nullopt : best_of(richer);
            if (!with || with->grid.map_area < found.grid.map_area)
                continue;
            if (is_good(found) ? !is_good(*with) : with->grid.height > found.grid.height)
                continue;
            level = std::move(richer);
            found = std::move(*with);
        }
        return found;
    }

    double share_of_maps(const Composition& found) const
    {
        return found.grid.map_area / (format_.width * found.grid.height);
    }

    bool is_good(const Composition& found) const
    {
        if (is_too_high(found.grid) && !layout_.wide)
            return false;
        return found.grid.full_width || found.grid.full_height || found.grid.map_area == 0
            || share_of_maps(found) >= least_share(found);
    }

    /// In a mosaic, maps need no more than the share of the cells that its author gave them.
    double least_share(const Composition& found) const
    {
        const Grid& grid = found.arrangement.grid;
        std::size_t maps = 0, cells = 0;
        for (const GridItem& item : grid.items)
            if (item.panel->size({format_, {}, metrics_}).aspect) {
                ++maps;
                cells += item.rows * item.columns;
            }
        if (!layout_.wide && maps > 1)
            return found.detail.wrap_names ? kLeastShareWithAll : kLeastShareOfSeveral;
        if (!layout_.wide)
            return kLeastMapShare;
        return kLeastMapShare * static_cast<double>(cells)
            / static_cast<double>(grid.widths.size() * grid.heights.size());
    }

    /// Are its maps larger, or as large on a page that gets much lower by it?
    bool is_better(const SolvedGrid& found, const SolvedGrid& best) const
    {
        const bool is_lower = format_.height == 0 && found.height < 0.9 * best.height;
        const double gain = is_very_wide(format_) ? 1.2 : 1.03; // the first one shows more beside
        return found.map_area > gain * best.map_area
            || (is_lower && found.map_area > 0.97 * best.map_area);
    }

    /// A column of a journal is no roll: many runs rather tell less of each.
    bool is_too_high(const SolvedGrid& found) const
    {
        return format_.is_narrow_page && format_.height == 0
            && found.height > kHighestColumn * format_.width;
    }

    /// So much better that less may be told for it.
    bool is_clearly_better(const SolvedGrid& found, const SolvedGrid& best) const
    {
        return found.map_area > 1.05 * best.map_area
            || (is_too_high(best) && found.height < 0.9 * best.height
                && found.map_area > 0.97 * best.map_area);
    }

    /// The arrangement with the largest maps; with one column of the legend where more do not help.
    std::optional<Composition> best_of(const DetailLevel& level) const
    {
        std::optional<Composition> best;
        canvas::Format format = format_;
        format.type = level.type;
        for (int columns = 1; columns <= kMostColumns; ++columns) {
            panel::Detail detail = level.detail;
            detail.legend_columns = columns;
            detail.curve_labels = !has_legend(level);
            detail.curves = is_shown("loss", level);
            const panel::Setting setting{format, detail, metrics_};
            for (Arrangement& arrangement : candidates(level, setting)) {
                auto solved = solve_either_way(arrangement.grid, setting);
                if (solved && (!best || is_better(*solved, best->grid)))
                    best = Composition{std::move(arrangement), std::move(*solved), detail,
                        level.type, level.left_out};
            }
        }
        return best;
    }

    /// Maps of different proportions share their columns equally where that makes them much larger.
    static std::optional<SolvedGrid> solve_either_way(Grid& grid, const panel::Setting& setting)
    {
        std::optional<SolvedGrid> even = solve(grid, setting);
        if (!has_different_maps(grid, setting))
            return even;
        grid.equal_columns = true;
        std::optional<SolvedGrid> uneven = solve(grid, setting);
        grid.equal_columns = uneven && (!even || uneven->map_area > kUnevenGain * even->map_area);
        return grid.equal_columns ? uneven : even;
    }

    static bool has_different_maps(const Grid& grid, const panel::Setting& setting)
    {
        std::optional<double> first;
        for (const GridItem& item : grid.items)
            if (const auto aspect = item.panel->size(setting).aspect) {
                if (first && *first != *aspect)
                    return true;
                first = aspect;
            }
        return false;
    }

    std::vector<Arrangement> candidates(
        const DetailLevel& level, const panel::Setting& setting) const
    {
        const std::vector<NamedItem> items = items_of(level, setting);
        if (is_tall(format_) && layout_.tall)
            return {arrange(*layout_.tall, items)};
        if (layout_.wide && is_tall(format_))
            return reflowed(*layout_.wide, items);
        if (layout_.wide)
            return {arrange(*layout_.wide, items)};
        return arrangements(items, is_very_wide(format_) ? Shape::very_wide : Shape::usual);
    }

    std::vector<NamedItem> items_of(const DetailLevel& level, const panel::Setting& setting) const
    {
        std::vector<NamedItem> items;
        for (const PreparedPanel& one : panels_)
            if (is_shown(one.name, level)) {
                const panel::SizeRequest size = one.panel->size(setting);
                items.push_back({.name = one.name,
                    .panel = one.panel.get(),
                    .heading = one.heading,
                    .is_map = size.aspect.has_value(),
                    .stretches = !size.aspect && size.stretches});
            }
        return items;
    }

    bool has_legend(const DetailLevel& level) const
    {
        return std::ranges::any_of(panels_, [&](const PreparedPanel& one) {
            return one.name == "legend" && is_shown(one.name, level);
        });
    }

    bool is_shown(const std::string& name, const DetailLevel& level) const
    {
        if (layout_.wide || layout_.tall)
            return true; // the mosaic places what it names
        if (name == "title" && !format_.has_title)
            return false;
        if (layout_.map_only && (name == "loss" || name == "colorbar"))
            return false;
        if (name == "loss" && format_.is_narrow_page)
            return false;
        return std::ranges::find(level.dropped, name) == level.dropped.end();
    }

    const LayoutPlan& layout_;
    const std::vector<PreparedPanel>& panels_;
    const canvas::Format& format_;
    canvas::TextMetrics& metrics_;
};

} // namespace

std::optional<Composition> best_composition(const LayoutPlan& layout,
    const std::vector<PreparedPanel>& panels, const canvas::Format& format,
    canvas::TextMetrics& metrics)
{
    return Composer(layout, panels, format, metrics).best();
}

} // namespace thalweg::figure
