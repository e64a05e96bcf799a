#include "draw/basin_legend.hpp"

#include "draw/basin_colors.hpp"
#include "stage/axis.hpp"
#include "surface/critical_points.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace thalweg {

namespace {

// In text sizes.
constexpr double kSmall = 0.85, kTiny = 0.8, kRow = 1.4, kTitle = 1.5, kSwatch = 1.35, kBar = 2.6;
constexpr double kRule = 0.7; // in units
constexpr std::size_t kMostEnds = 9;

/// "(3.00, 2.00)", with decimals that tell ends apart; what is no minimum says so.
std::string end_text(const CriticalPoint& end, double radius)
{
    const int decimals = std::clamp(static_cast<int>(-std::floor(std::log10(radius))), 0, 6);
    const std::string at = fmt::format(
        "({}, {})", decimal_text(end.at.x, decimals), decimal_text(end.at.y, decimals));
    return end.kind == CriticalKind::minimum ? at : std::string(name_of(end.kind)) + " " + at;
}

bool any(const BasinMap& map, int what)
{
    return std::ranges::any_of(map.fates, [what](const Fate& fate) { return fate.end == what; });
}

} // namespace

BasinLegend::BasinLegend(Typesetter& type, const Stage& stage, const Palette& palette)
    : type_(type)
    , stage_(stage)
    , palette_(palette)
    , text_(stage.format.text_size())
{
    const BasinGround& ground = *stage.basins;
    const std::vector<int>& reached = ground.scale().reached;
    const std::size_t named = std::min(reached.size(), kMostEnds);
    for (std::size_t slot = 0; slot < named; ++slot)
        entries_.push_back({end_text(ground.ends().points[static_cast<std::size_t>(reached[slot])],
                                ground.ends().radius),
            basin_color(palette, static_cast<int>(slot), 0.2)});
    if (named < reached.size())
        entries_.push_back({fmt::format("and {} more", reached.size() - named), {0, 0, 0, 0}});
    if (any(ground.map(0), Fate::kDiverged))
        entries_.push_back({"diverged", palette.diverged});
    if (any(ground.map(0), Fate::kUnsettled))
        entries_.push_back({"not settled", palette.unsettled});

    const double column = 0.5 * stage.layout.sidebar.width() - (kSwatch + 0.4) * text_;
    for (const Entry& entry : entries_)
        if (type.measure(entry.text, {.size = kSmall * text_, .color = {}}).x > column)
            columns_ = 1;
}

double BasinLegend::height() const
{
    return (kTitle + kRow * static_cast<double>(rows()) + 0.4 + kBar) * text_;
}

void BasinLegend::draw(Canvas& canvas) const
{
    const Box& sidebar = stage_.layout.sidebar;
    const Plan& plan = stage_.experiment->plan;
    const OptimizerSpec& optimizer = plan.runs[*plan.contour.basins].optimizer;
    const double top = sidebar.y.hi - height();
    type_.draw(canvas,
        fmt::format("where {} ends", optimizer.label.empty() ? optimizer.kind : optimizer.label),
        {.size = kSmall * text_, .color = palette_.muted, .fit = sidebar.width()},
        {sidebar.x.lo, top + text_});
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const double row = static_cast<double>(i % rows()),
                     column = static_cast<double>(i / rows());
        draw_entry(canvas, entries_[i],
            {sidebar.x.lo + column * sidebar.width() / static_cast<double>(columns_),
                top + (kTitle + (row + 0.75) * kRow) * text_});
    }
    draw_step_bar(canvas);
}

/// at  the left end of the text's base line
void BasinLegend::draw_entry(Canvas& canvas, const Entry& entry, Vec2 at) const
{
    if (entry.color.a > 0) {
        const Box swatch{{at.x, at.x + 0.9 * text_}, {at.y - 0.75 * text_, at.y + 0.15 * text_}};
        canvas.rectangle(swatch);
        canvas.fill(entry.color);
        canvas.rectangle(swatch);
        canvas.stroke(palette_.rule, kRule);
    }
    type_.draw(canvas, entry.text, {.size = kSmall * text_, .color = palette_.text},
        {at.x + kSwatch * text_, at.y});
}

/// The shades from quick to slow, in the first end's hue.
void BasinLegend::draw_step_bar(Canvas& canvas) const
{
    const Box& sidebar = stage_.layout.sidebar;
    if (stage_.basins->scale().reached.empty())
        return;
    constexpr int shades = 48;
    const double top = sidebar.y.hi - 1.9 * text_, height = 0.62 * text_;
    for (int i = 0; i < shades; ++i) { // each up to the right end, so that no seam shows
        canvas.rectangle(
            {{sidebar.x.at(static_cast<double>(i) / shades), sidebar.x.hi}, {top, top + height}});
        canvas.fill(basin_color(palette_, 0, static_cast<double>(i) / (shades - 1)));
    }
    canvas.rectangle({sidebar.x, {top, top + height}});
    canvas.stroke(palette_.rule, kRule);
    draw_step_labels(canvas, top + height + 4);
}

void BasinLegend::draw_step_labels(Canvas& canvas, double top) const
{
    const Range bar = stage_.layout.sidebar.x;
    const BasinScale& scale = stage_.basins->scale();
    const TextStyle style{.size = kTiny * text_, .color = palette_.muted};
    const int quick = scale.steps_at(0.02), usual = scale.steps_at(0.5),
              slow = std::max(usual, scale.steps_at(0.98));
    type_.draw(
        canvas, fmt::format("{} steps", quick), style, {bar.lo, top}, AlignX::left, AlignY::top);
    if (quick < usual && usual < slow)
        type_.draw(
            canvas, std::to_string(usual), style, {bar.middle(), top}, AlignX::center, AlignY::top);
    if (quick < slow)
        type_.draw(canvas, std::to_string(slow), style, {bar.hi, top}, AlignX::right, AlignY::top);
}

} // namespace thalweg
