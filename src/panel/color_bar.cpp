#include "panel/basin_legend.hpp"
#include "panel/kinds.hpp"
#include "panel/numbers.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace thalweg::panel {

namespace {

constexpr double kTitleLine = 1.45, kLabelLine = 1.5, kBarGap = 0.9; // in sizes of small text
constexpr double kBarHeight = 8; // in units of a film

/// The levels of one bar and what it is called.
struct Bar {
    std::vector<double> levels;
    std::string title;
};

/// Labelled levels: decades where the levels hold several, else every k-th, as many as fit.
std::vector<std::size_t> labelled(
    const std::vector<double>& levels, double width, const Setting& setting)
{
    const canvas::TextStyle style{.size = setting.format.type.small};
    const double band = width / static_cast<double>(levels.size() + 1);
    std::vector<std::size_t> decades, all;
    double widest = 0;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        all.push_back(i);
        widest = std::max(widest, setting.metrics.size(short_number(levels[i]), style).x);
        const double power = levels[i] > 0 ? std::log10(levels[i]) : 0.5;
        if (std::abs(power - std::round(power)) < 1e-9)
            decades.push_back(i);
    }
    const std::vector<std::size_t>& wanted = decades.size() >= 2 ? decades : all;
    const double apart = widest + 0.8 * style.size;
    for (std::size_t stride = 1; stride <= wanted.size(); ++stride) {
        std::vector<std::size_t> chosen;
        double nearest = width;
        for (std::size_t k = (wanted.size() - 1) % stride / 2; k < wanted.size(); k += stride) {
            if (!chosen.empty())
                nearest = std::min(nearest, band * static_cast<double>(wanted[k] - chosen.back()));
            chosen.push_back(wanted[k]);
        }
        if (nearest >= apart)
            return chosen;
    }
    return {};
}

/// A bar at its place.
struct PlacedBar {
    Bar bar;
    Box box;
    double title_base = 0, label_top = 0;
    std::vector<std::size_t> labels;
};

class PlacedBars final : public PlacedPanel {
public:
    PlacedBars(std::vector<PlacedBar> bars, const Placement& placement)
        : bars_(std::move(bars))
        , inner_(placement.inner)
        , format_(placement.setting.format)
    {
    }

    void draw_backdrop(canvas::Canvas& canvas, const experiment::Moment&) const override
    {
        const canvas::Group group(canvas, "colorbar");
        for (const PlacedBar& one : bars_)
            draw(canvas, one);
    }

private:
    void draw(canvas::Canvas& canvas, const PlacedBar& one) const
    {
        const canvas::Palette& palette = canvas.palette();
        const int bands = static_cast<int>(one.bar.levels.size()) + 1;
        canvas.text(one.bar.title, {.size = format_.type.small, .color = palette.muted},
            {.at = {one.box.x.lo, one.title_base}});
        for (int band = 0; band < bands; ++band) { // each up to the end, so that no seam shows
            const double from = one.box.x.at(static_cast<double>(band) / bands);
            canvas.fill(canvas::Path::rectangle({{from, one.box.x.hi}, one.box.y}),
                canvas::band_color(palette, band, bands));
        }
        canvas.stroke(
            canvas::Path::rectangle(one.box), {.color = palette.rule, .width = 0.7 * format_.line});
        for (const std::size_t i : one.labels)
            draw_label(canvas, one, i, bands);
    }

    void draw_label(
        canvas::Canvas& canvas, const PlacedBar& one, std::size_t level, int bands) const
    {
        const canvas::Palette& palette = canvas.palette();
        const canvas::TextStyle style{.size = format_.type.small, .color = palette.muted};
        const std::string text = short_number(one.bar.levels[level]);
        const double x = one.box.x.at(static_cast<double>(level + 1) / bands);
        const double half = 0.5 * canvas.metrics().size(text, style).x;
        const double middle = std::clamp(x, inner_.x.lo + half, inner_.x.hi - half);
        canvas.stroke(canvas::Path::line({x, one.box.y.lo}, {x, one.box.y.hi}),
            {.color = palette.muted, .width = 0.7 * format_.line});
        canvas.text(text, style,
            {.at = {middle, one.label_top}, .x = canvas::AlignX::center, .y = canvas::AlignY::top});
    }

    std::vector<PlacedBar> bars_;
    Box inner_;
    canvas::Format format_;
};

class ColorBarPanel final : public Panel {
public:
    explicit ColorBarPanel(std::vector<Bar> bars)
        : bars_(std::move(bars))
    {
    }

    SizeRequest size(const Setting& setting) const override
    {
        return {.least_width = 6 * setting.format.type.small,
            .least_height = height_for(0, setting),
            .stretches = false};
    }
    double height_for(double, const Setting& setting) const override
    {
        const auto n = static_cast<double>(bars_.size());
        return n * bar_height(setting) + (n - 1) * kBarGap * setting.format.type.small;
    }
    std::unique_ptr<const PlacedPanel> place(const Placement& placement) const override
    {
        const Setting& setting = placement.setting;
        const double small = setting.format.type.small;
        std::vector<PlacedBar> placed;
        double top = placement.inner.y.lo;
        for (const Bar& bar : bars_) {
            const double from = top + kTitleLine * small;
            const Box box{placement.inner.x, {from, from + thickness(setting)}};
            placed.push_back({.bar = bar,
                .box = box,
                .title_base = top + 0.95 * small,
                .label_top = box.y.hi + 0.15 * small,
                .labels = labelled(bar.levels, box.width(), setting)});
            top += bar_height(setting) + kBarGap * small;
        }
        return std::make_unique<PlacedBars>(std::move(placed), placement);
    }

private:
    static double thickness(const Setting& setting)
    {
        return setting.format.is_narrow_page() ? 0.5 * kBarHeight : kBarHeight;
    }
    static double bar_height(const Setting& setting)
    {
        return (kTitleLine + kLabelLine) * setting.format.type.small + thickness(setting);
    }

    std::vector<Bar> bars_;
};

/// What the bar is of: the experiments of the maps that it explains.
class ColorBarPlan final : public PanelPlan {
public:
    ColorBarPlan(std::vector<std::size_t> filled, std::vector<std::size_t> basins)
        : filled_(std::move(filled))
        , basins_(std::move(basins))
    {
    }

    std::unique_ptr<const Panel> prepare(const Context& context) const override
    {
        if (!basins_.empty())
            return make_basin_legend(context.experiments->all[basins_.front()]);
        std::vector<Bar> bars;
        for (const std::size_t e : filled_) {
            const experiment::Experiment& one = context.experiments->all[e];
            const auto known = std::ranges::find(bars, one.levels, &Bar::levels);
            if (known == bars.end() && !one.levels.empty())
                bars.push_back({one.levels, one.plan.name});
        }
        for (Bar& bar : bars)
            bar.title = bars.size() > 1 ? fmt::format("loss ({})", bar.title) : "loss";
        return std::make_unique<ColorBarPanel>(std::move(bars));
    }

private:
    std::vector<std::size_t> filled_, basins_;
};

} // namespace

PanelPlanPtr make_color_bar(
    const ReadContext&, std::span<const std::shared_ptr<const ContourPlan>> maps)
{
    std::vector<std::size_t> filled, basins;
    for (const auto& map : maps)
        if (map->has_color_bar && map->basins)
            basins.push_back(map->experiment);
        else if (map->has_color_bar && map->fill)
            filled.push_back(map->experiment);
    if (filled.empty() && basins.empty())
        return nullptr;
    return std::make_shared<ColorBarPlan>(std::move(filled), std::move(basins));
}

} // namespace thalweg::panel
