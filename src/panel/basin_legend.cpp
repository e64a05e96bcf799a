#include "panel/basin_legend.hpp"

#include "core/math.hpp"
#include "panel/contour/basins.hpp"
#include "panel/numbers.hpp"
#include "panel/wording.hpp"
#include "surface/critical_points.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace thalweg::panel {

namespace {

constexpr double kTitle = 1.6, kRow = 1.5, kSwatch = 1.4, kColumnGap = 1.2; // in small sizes
constexpr double kBar = 2.6; // the bar of steps with its labels

struct Entry {
    std::string text;
    std::optional<int> slot{}; ///< of an end
    Color canvas::Palette::*no_end = &canvas::Palette::unsettled; ///< where it is none
};

/// "(3.00, 2.00)", with decimals that tell ends apart; what is no minimum says so.
std::string end_text(const surface::CriticalPoint& end, double radius)
{
    const int decimals = std::clamp(static_cast<int>(-std::floor(thalweg::log10(radius))), 0, 6);
    const std::string at = fmt::format(
        "({}, {})", decimal_text(end.at.x, decimals), decimal_text(end.at.y, decimals));
    return end.kind == surface::CriticalKind::minimum
        ? at
        : std::string(surface::name_of(end.kind)) + " " + at;
}

/// Without the number of its start: basins are of all starts.
std::string optimizer_name(const experiment::RunPlan& run)
{
    return run.optimizer.label.empty() ? kind_in_words(run.optimizer.kind) : run.optimizer.label;
}

std::string title_of(const experiment::ExperimentPlan& plan, std::size_t run, bool is_named)
{
    const std::string title = fmt::format("where {} ends", optimizer_name(plan.runs[run]));
    return is_named ? fmt::format("{} ({})", title, plan.shown_name()) : title;
}

std::vector<Entry> entries_of(const experiment::BasinGuide& guide)
{
    std::vector<Entry> entries;
    const std::vector<int>& reached = guide.scale.reached;
    for (std::size_t slot = 0; slot < reached.size(); ++slot)
        entries.push_back({end_text(guide.ends.points[static_cast<std::size_t>(reached[slot])],
                               guide.ends.radius),
            static_cast<int>(slot)});
    // One colour means both what has no colour of its own and what never settles.
    std::string rest;
    if (guide.scale.smaller > 0)
        rest = fmt::format(
            "{} smaller basin{}", guide.scale.smaller, guide.scale.smaller > 1 ? "s" : "");
    if (guide.some_never_settle)
        rest += rest.empty() ? "not settled" : ", not settled";
    if (guide.some_diverge)
        entries.push_back({.text = std::string(basin::word_without_end(basin::Fate::kDiverged)),
            .no_end = &canvas::Palette::diverged});
    if (guide.some_leave)
        entries.push_back({.text = std::string(basin::word_without_end(basin::Fate::kUndefined)),
            .no_end = &canvas::Palette::undefined});
    if (!rest.empty())
        entries.push_back({.text = rest});
    return entries;
}

/// How many columns of entries fit a width.
std::size_t columns_in(double width, const std::vector<Entry>& entries, const Setting& setting)
{
    const double small = setting.format.type.small;
    double widest = 0;
    for (const Entry& entry : entries)
        widest = std::max(widest, setting.metrics.size(entry.text, {.size = small}).x);
    const double column = widest + (kSwatch + kColumnGap) * small;
    const double fit = std::floor((width + kColumnGap * small) / column);
    return static_cast<std::size_t>(
        std::clamp(fit, 1.0, static_cast<double>(std::max<std::size_t>(1, entries.size()))));
}

class PlacedBasinLegend final : public PlacedPanel {
public:
    PlacedBasinLegend(const experiment::BasinGuide& guide, std::string title,
        std::vector<Entry> entries, const Placement& placement)
        : guide_(guide)
        , title_(std::move(title))
        , entries_(std::move(entries))
        , box_(placement.inner)
        , small_(placement.setting.format.type.small)
        , line_(placement.setting.format.line)
        , columns_(columns_in(box_.width(), entries_, placement.setting))
    {
    }

    void draw_backdrop(canvas::Canvas& canvas, const experiment::Moment&) const override
    {
        const canvas::Group group(canvas, "colorbar");
        canvas.text(title_, {.size = small_, .color = canvas.palette().muted},
            {.at = {box_.x.lo, box_.y.lo + small_}});
        const std::size_t rows = (entries_.size() + columns_ - 1) / columns_;
        for (std::size_t i = 0; i < entries_.size(); ++i)
            draw_entry(canvas, entries_[i],
                {box_.x.at(static_cast<double>(i / rows) / static_cast<double>(columns_)),
                    box_.y.lo + (kTitle + (static_cast<double>(i % rows) + 0.75) * kRow) * small_});
        draw_steps(canvas);
    }

private:
    void draw_entry(canvas::Canvas& canvas, const Entry& entry, Vec2 at) const
    {
        const canvas::Palette& palette = canvas.palette();
        const Color color
            = entry.slot ? basin_color(palette, *entry.slot, 0.2) : palette.*entry.no_end;
        const canvas::Path swatch = canvas::Path::rectangle(
            {{at.x, at.x + 0.9 * small_}, {at.y - 0.75 * small_, at.y + 0.15 * small_}});
        canvas.fill(swatch, color);
        canvas.stroke(swatch, {.color = palette.rule, .width = 0.7 * line_});
        canvas.text(entry.text, {.size = small_, .color = palette.text},
            {.at = {at.x + kSwatch * small_, at.y}});
    }

    /// The shades from quick to slow, in the first end's hue.
    void draw_steps(canvas::Canvas& canvas) const
    {
        if (guide_.scale.reached.empty())
            return;
        constexpr int shades = 48;
        const canvas::Palette& palette = canvas.palette();
        const Range y{box_.y.hi - 2.1 * small_, box_.y.hi - 1.5 * small_};
        for (int i = 0; i < shades; ++i) // each up to the right end, so that no seam shows
            canvas.fill(canvas::Path::rectangle(
                            {{box_.x.at(static_cast<double>(i) / shades), box_.x.hi}, y}),
                basin_color(palette, 0, static_cast<double>(i) / (shades - 1)));
        canvas.stroke(
            canvas::Path::rectangle({box_.x, y}), {.color = palette.rule, .width = 0.7 * line_});
        draw_step_labels(canvas, y.hi + 0.15 * small_);
    }

    void draw_step_labels(canvas::Canvas& canvas, double top) const
    {
        const basin::BasinScale& scale = guide_.scale;
        const int quick = scale.steps_at(0.02), middle = scale.steps_at(0.5),
                  slow = std::max(middle, scale.steps_at(0.98));
        const auto draw = [&](const std::string& text, double x, canvas::AlignX align) {
            canvas.text(text, {.size = small_, .color = canvas.palette().muted},
                {.at = {x, top}, .x = align, .y = canvas::AlignY::top});
        };
        draw(fmt::format("{} steps", quick), box_.x.lo, canvas::AlignX::left);
        if (quick < middle && middle < slow && box_.width() > 16 * small_)
            draw(std::to_string(middle), box_.x.middle(), canvas::AlignX::center);
        if (quick < slow)
            draw(std::to_string(slow), box_.x.hi, canvas::AlignX::right);
    }

    const experiment::BasinGuide& guide_;
    std::string title_;
    std::vector<Entry> entries_;
    Box box_;
    double small_, line_;
    std::size_t columns_;
};

class BasinLegend final : public Panel {
public:
    BasinLegend(const experiment::Experiment& one, std::size_t run, bool is_named)
        : guide_(one.basins_of(run))
        , title_(title_of(one.plan, run, is_named))
        , entries_(entries_of(guide_))
    {
    }

    SizeRequest size(const Setting& setting) const override
    {
        const double small = setting.format.type.small;
        double widest = setting.metrics.size(title_, {.size = small}).x;
        for (const Entry& entry : entries_)
            widest = std::max(
                widest, kSwatch * small + setting.metrics.size(entry.text, {.size = small}).x);
        return {.least_width = widest + 1,
            .least_height = height_for(widest, setting),
            .stretches = false};
    }
    double height_for(double width, const Setting& setting) const override
    {
        const std::size_t columns = columns_in(width, entries_, setting);
        const auto rows = static_cast<double>((entries_.size() + columns - 1) / columns);
        return (kTitle + rows * kRow + kBar) * setting.format.type.small;
    }
    std::string_view lacked() const override { return "the legend of the basins"; }
    std::unique_ptr<const PlacedPanel> place(const Placement& placement) const override
    {
        return std::make_unique<PlacedBasinLegend>(guide_, title_, entries_, placement);
    }

private:
    const experiment::BasinGuide& guide_;
    std::string title_;
    std::vector<Entry> entries_;
};

} // namespace

std::unique_ptr<const Panel> make_basin_legend(
    const experiment::Experiment& experiment, std::size_t run, bool is_named)
{
    return std::make_unique<BasinLegend>(experiment, run, is_named);
}

} // namespace thalweg::panel
