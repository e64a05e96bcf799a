#include "panel/basin_legend.hpp"
#include "panel/color_bar_marks.hpp"
#include "panel/kinds.hpp"
#include "panel/numbers.hpp"
#include "panel/space/plan.hpp"
#include "panel/stack.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace thalweg::panel {

namespace {

// In sizes of small text.
constexpr double kBelowTitle = 0.1, kLabelLine = 1.5, kLabelGap = 0.15;
constexpr double kNarrowest = 6, kNarrowTitle = 12; // of a bar; longer titles break
constexpr double kBarGap = 0.9; // between bars
constexpr double kWidest = 60; // of a bar
constexpr double kBarHeight = 8; // in units of a film

/// The levels of one bar and what it is called.
struct Bar {
    std::vector<double> levels;
    std::string title;
};

/// A bar at its place.
class PlacedBar final : public PlacedPanel {
public:
    PlacedBar(Bar bar, const Box& box, const Placement& placement)
        : bar_(std::move(bar))
        , box_(box)
        , inner_(placement.inner)
        , format_(placement.setting.format)
        , marks_(bar_marks(bar_.levels, box.width(), placement.setting))
    {
    }

    void draw_backdrop(canvas::Canvas& canvas, const experiment::Moment&) const override
    {
        const canvas::Group group(canvas, "colorbar");
        const canvas::Palette& palette = canvas.palette();
        canvas.text(bar_.title,
            {.size = format_.type.small, .color = palette.muted, .wrap = box_.width()},
            {.at = {box_.x.lo, inner_.y.lo}, .y = canvas::AlignY::top});
        for (int band = 0; band < bands(); ++band) { // each up to the end, so that no seam shows
            const double from = box_.x.at(static_cast<double>(band) / bands());
            canvas.fill(canvas::Path::rectangle({{from, box_.x.hi}, box_.y}),
                canvas::band_color(palette, band, bands()));
        }
        canvas.stroke(
            canvas::Path::rectangle(box_), {.color = palette.rule, .width = 0.7 * format_.line});
        for (const BarMark& mark : marks_)
            draw_mark(canvas, mark);
    }

private:
    int bands() const { return static_cast<int>(bar_.levels.size()) + 1; }

    void draw_mark(canvas::Canvas& canvas, const BarMark& mark) const
    {
        const canvas::Palette& palette = canvas.palette();
        const canvas::TextStyle style{.size = format_.type.small, .color = palette.muted};
        const double x = box_.x.at(mark.at);
        const double half = 0.5 * canvas.metrics().size(mark.label, style).x;
        const double middle = std::clamp(x, inner_.x.lo + half, inner_.x.hi - half);
        canvas.stroke(canvas::Path::line({x, box_.y.lo}, {x, box_.y.hi}),
            {.color = palette.muted, .width = 0.7 * format_.line});
        canvas.text(mark.label, style,
            {.at = {middle, box_.y.hi + kLabelGap * style.size},
                .x = canvas::AlignX::center,
                .y = canvas::AlignY::top});
    }

    Bar bar_;
    Box box_, inner_;
    canvas::Format format_;
    std::vector<BarMark> marks_;
};

class ColorBar final : public Panel {
public:
    explicit ColorBar(Bar bar)
        : bar_(std::move(bar))
    {
    }

    SizeRequest size(const Setting& setting) const override
    {
        const canvas::TextStyle style{.size = setting.format.type.small};
        double widest = std::max(kNarrowest * style.size,
            std::min(setting.metrics.size(bar_.title, style).x, kNarrowTitle * style.size));
        for (const std::string& label : telling_numbers(bar_.levels))
            widest = std::max(widest, setting.metrics.size(label, style).x);
        return {.least_width = widest,
            .least_height = height_for(widest, setting),
            .stretches = false,
            .most_width = kWidest * style.size};
    }
    double height_for(double width, const Setting& setting) const override
    {
        return title_height(width, setting) + kLabelLine * setting.format.type.small
            + thickness(setting.format);
    }
    std::unique_ptr<const PlacedPanel> place(const Placement& placement) const override
    {
        const canvas::Format& format = placement.setting.format;
        const double top
            = placement.inner.y.lo + title_height(placement.inner.width(), placement.setting);
        return std::make_unique<PlacedBar>(
            bar_, Box{placement.inner.x, {top, top + thickness(format)}}, placement);
    }

private:
    double title_height(double width, const Setting& setting) const
    {
        const double size = setting.format.type.small;
        return setting.metrics.size(bar_.title, {.size = size, .wrap = width}).y
            + kBelowTitle * size;
    }
    static double thickness(const canvas::Format& format)
    {
        return format.is_narrow_page ? 0.5 * kBarHeight : kBarHeight;
    }

    Bar bar_;
};

/// The bars of the experiments whose maps are filled: one for equal levels, none without levels.
std::vector<Bar> bars_of(
    const experiment::Experiments& experiments, const std::vector<std::size_t>& filled)
{
    std::vector<Bar> bars;
    for (const std::size_t e : filled) {
        const experiment::Experiment& one = experiments.all[e];
        const auto known = std::ranges::find(bars, one.levels, &Bar::levels);
        if (known == bars.end() && !one.levels.empty())
            bars.push_back({one.levels, one.plan.shown_name()});
    }
    for (Bar& bar : bars) {
        bar.title = bars.size() > 1 ? fmt::format("loss ({})", bar.title) : "loss";
        if (const std::string offset = bar_offset(bar.levels); !offset.empty())
            bar.title += ", " + offset;
    }
    return bars;
}

/// Whose basins a map shows: an experiment's number, and one of its runs.
using MapOfBasins = std::pair<std::size_t, std::size_t>;

/// What the colours of maps mean: a bar for filled ones, a legend for basins.
class ColorBarPlan final : public PanelPlan {
public:
    ColorBarPlan(std::vector<std::size_t> filled, std::vector<MapOfBasins> basins)
        : filled_(std::move(filled))
        , basins_(std::move(basins))
    {
    }

    std::unique_ptr<const Panel> prepare(const Context& context) const override
    {
        std::vector<std::unique_ptr<const Panel>> parts;
        for (Bar& bar : bars_of(*context.experiments, filled_))
            parts.push_back(std::make_unique<ColorBar>(std::move(bar)));
        const bool are_several = std::ranges::any_of(
            basins_, [&](const MapOfBasins& one) { return one.first != basins_.front().first; });
        for (const auto& [e, run] : basins_)
            parts.push_back(make_basin_legend(context.experiments->all[e], run, are_several));
        return stacked(std::move(parts), kBarGap);
    }

private:
    std::vector<std::size_t> filled_; ///< numbers of experiments, each once
    std::vector<MapOfBasins> basins_; ///< each once
};

} // namespace

std::optional<ColoredGround> colored_ground(const PanelPlan& plan)
{
    if (const auto* map = dynamic_cast<const ContourPlan*>(&plan))
        if (map->has_color_bar && (map->basins_run || map->fill))
            return ColoredGround{map->experiment, map->basins_run};
    if (const auto* space = dynamic_cast<const SpacePlan*>(&plan))
        if (space->has_color_bar)
            return ColoredGround{space->experiment};
    return std::nullopt;
}

PanelPlanPtr make_color_bar(std::span<const ColoredGround> grounds)
{
    std::vector<std::size_t> filled;
    std::vector<MapOfBasins> basins;
    const auto add = [](auto& list, const auto& one) {
        if (std::ranges::find(list, one) == list.end())
            list.push_back(one);
    };
    for (const ColoredGround& ground : grounds)
        if (ground.basins_run)
            add(basins, MapOfBasins(ground.experiment, *ground.basins_run));
        else
            add(filled, ground.experiment);
    if (filled.empty() && basins.empty())
        return nullptr;
    return std::make_shared<ColorBarPlan>(std::move(filled), std::move(basins));
}

} // namespace thalweg::panel
