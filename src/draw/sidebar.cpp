#include "draw/sidebar.hpp"

#include "draw/marker.hpp"
#include "stage/axis.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace thalweg {

namespace {

// In text sizes.
constexpr double kTitle = 1.55, kSmall = 0.85, kSwatch = 3.1;
constexpr double kRowOfTwo = 2.75, kRowOfOne = 1.75, kColorBar = 3.4;
constexpr double kRule = 0.7; // in units

/// What stands below a run's name: its learning rate, where its rule takes one; the first and the
/// last where it changes.
std::string rule_text(const Experiment& experiment, std::size_t run)
{
    const OptimizerSpec& optimizer = experiment.plan.runs[run].optimizer;
    if (optimizer.path)
        return "recorded";
    if (optimizer.facts.learning_rate == 0)
        return "";
    const std::vector<double>& rates = experiment.trajectories[run].learning_rates;
    const bool changes // schedules that come back to where they began are told by the middle
        = rates.front() != rates.back() || rates.front() != rates[rates.size() / 2];
    return changes ? fmt::format("learning rate {:.3g} → {:.3g}", rates.front(), rates.back())
                   : fmt::format("learning rate {}", rates.front());
}

std::optional<BasinLegend> legend_of(Typesetter& type, const Stage& stage, const Palette& palette)
{
    if (!stage.basins)
        return std::nullopt;
    return BasinLegend(type, stage, palette);
}

} // namespace

Sidebar::Sidebar(Typesetter& type, const Stage& stage, const Palette& palette)
    : type_(type)
    , stage_(stage)
    , palette_(palette)
    , basins_(legend_of(type, stage, palette))
    , text_(stage.format.text_size())
    , left_(stage.layout.sidebar.x.lo)
    , right_(stage.layout.sidebar.x.hi)
{
    const Plan& plan = stage.experiment->plan;
    const double top = stage.layout.sidebar.y.lo,
                 bottom
        = stage.layout.sidebar.y.hi - (basins_ ? basins_->height() + text_ : kColorBar * text_);
    const TextStyle title{
        .size = kTitle * text_, .color = {}, .weight = Weight::bold, .wrap = right_ - left_};
    const TextStyle formula{.size = kSmall * text_, .color = {}, .wrap = right_ - left_};
    formula_top_ = top + (plan.title.empty() ? 0 : type.measure(plan.title, title).y + 0.3 * text_);
    const double formula_height = type.measure(plan.surface->facts().formula, formula).y;
    step_base_ = formula_top_ + formula_height + 2.4 * text_;
    rows_top_ = step_base_ + 0.8 * text_;

    const double room = bottom - rows_top_ - text_;
    const auto fits = [&](double row) {
        return static_cast<std::size_t>(std::max(0.0, std::floor(room / (row * text_))));
    };
    two_lines_ = fits(kRowOfTwo) >= plan.runs.size();
    row_height_ = (two_lines_ ? kRowOfTwo : kRowOfOne) * text_;
    const std::size_t places = fits(two_lines_ ? kRowOfTwo : kRowOfOne);
    rows_ = plan.runs.size() <= places
        ? plan.runs.size()
        : std::max<std::size_t>(places, 1) - 1; // the last says "and 12 more"
    place_names();
}

/// Names and read-outs share a line where all names leave room; otherwise read-outs go below, or
/// names are cut.
void Sidebar::place_names()
{
    const double column = right_ - left_ - kSwatch * text_;
    const double read_out = type_.measure("0.00·$10^{-00}$", {.size = text_, .color = {}}).x;
    name_room_ = column - read_out - 0.6 * text_;
    for (const RunPlan& run : stage_.experiment->plan.runs)
        if (two_lines_ && type_.measure(run.name, {.size = text_, .color = {}}).x > name_room_)
            read_outs_below_ = true;
    if (read_outs_below_)
        name_room_ = column;
}

double Sidebar::row_base(std::size_t run) const
{
    return row_top(run) + (two_lines_ ? 1.35 : 1.2) * text_;
}

void Sidebar::draw_still(Canvas& canvas) const
{
    const Plan& plan = stage_.experiment->plan;
    const double width = right_ - left_;
    type_.draw(canvas, plan.title,
        {.size = kTitle * text_, .color = palette_.text, .weight = Weight::bold, .wrap = width},
        {left_, stage_.layout.sidebar.y.lo}, AlignX::left, AlignY::top);
    type_.draw(canvas, plan.surface->facts().formula,
        {.size = kSmall * text_, .color = palette_.muted, .wrap = width}, {left_, formula_top_},
        AlignX::left, AlignY::top);
    if (!plan.runs.empty())
        type_.draw(canvas, "loss", {.size = kSmall * text_, .color = palette_.muted},
            {right_, step_base_}, AlignX::right);
    canvas.line({left_, rows_top_}, {right_, rows_top_});
    canvas.stroke(palette_.rule, kRule);
    for (std::size_t run = 0; run < rows_; ++run)
        draw_legend_row(canvas, run);
    if (rows_ < plan.runs.size())
        type_.draw(canvas, fmt::format("and {} more", plan.runs.size() - rows_),
            {.size = kSmall * text_, .color = palette_.muted},
            {left_ + kSwatch * text_, row_top(rows_) + 1.2 * text_});
    if (basins_)
        basins_->draw(canvas);
    else
        draw_color_bar(canvas);
}

void Sidebar::draw_legend_row(Canvas& canvas, std::size_t run) const
{
    const RunPlan& plan = stage_.experiment->plan.runs[run];
    const double base = row_base(run), middle = base - 0.36 * text_;
    const Color& accent = palette_.accents[run % palette_.accents.size()];
    canvas.line({left_ + 1, middle}, {left_ + (kSwatch - 0.6) * text_, middle});
    canvas.stroke(accent, 1.1, dash_pattern(run));
    draw_marker(canvas, marker_shape(run), {left_ + 0.5 * (kSwatch - 0.6) * text_, middle},
        0.32 * text_, accent, palette_.background);
    const double left = left_ + kSwatch * text_;
    type_.draw(canvas, plan.name, {.size = text_, .color = palette_.text, .fit = name_room_},
        {left, base});
    if (two_lines_)
        type_.draw(canvas, rule_text(*stage_.experiment, run),
            {.size = kSmall * text_, .color = palette_.muted}, {left, base + 1.15 * text_});
}

/// The badge, or one word where the learning rate beside it leaves no room for more.
std::string Sidebar::fitting_badge(std::size_t run) const
{
    const TextStyle style{.size = kSmall * text_, .color = {}};
    const std::string badge = divergence_badge(stage_.experiment->trajectories[run]);
    const double column = right_ - left_ - (kSwatch + 0.6) * text_;
    const double taken
        = two_lines_ ? type_.measure(rule_text(*stage_.experiment, run), style).x : name_room_;
    return type_.measure(badge, style).x <= column - taken ? badge : "diverged";
}

void Sidebar::draw_read_outs(Canvas& canvas, double time_s) const
{
    const Experiment& experiment = *stage_.experiment;
    if (experiment.plan.runs.empty())
        return;
    const double now = experiment.step_at(time_s);
    type_.draw(canvas, fmt::format("step {}", static_cast<int>(now)),
        {.size = text_, .color = palette_.text}, {left_, step_base_});
    for (std::size_t run = 0; run < rows_; ++run) {
        const Trajectory& trajectory = experiment.trajectories[run];
        const bool diverged = trajectory.outcome == Outcome::diverged && now >= trajectory.ended_at;
        const auto step = static_cast<std::size_t>(std::min<double>(now, trajectory.steps()));
        const bool below
            = read_outs_below_ || (diverged && two_lines_); // a badge is longer than a number
        const double base = row_base(run) + (below ? 1.15 * text_ : 0);
        type_.draw(canvas, diverged ? fitting_badge(run) : loss_text(trajectory.losses[step]),
            {.size = diverged ? kSmall * text_ : text_, .color = palette_.text}, {right_, base},
            AlignX::right);
    }
}

void Sidebar::draw_color_bar(Canvas& canvas) const
{
    const std::vector<double>& levels = stage_.experiment->levels;
    if (!stage_.experiment->plan.contour.fill || levels.empty())
        return;
    const int bands = static_cast<int>(levels.size()) + 1;
    const double width = right_ - left_, top = stage_.layout.sidebar.y.hi - 1.9 * text_,
                 height = 0.62 * text_;
    for (int band = 0; band < bands; ++band) { // each up to the right end, so that no seam shows
        const double from = left_ + width * band / bands;
        canvas.rectangle({{from, right_}, {top, top + height}});
        canvas.fill(band_color(palette_, band, bands));
    }
    canvas.rectangle({{left_, right_}, {top, top + height}});
    canvas.stroke(palette_.rule, kRule);

    draw_color_bar_labels(canvas, top + height);
}

/// Labels every level, or every second, third, ..., whichever has room.
void Sidebar::draw_color_bar_labels(Canvas& canvas, double top) const
{
    const std::vector<double>& levels = stage_.experiment->levels;
    const TextStyle style{.size = 0.8 * text_, .color = palette_.muted};
    const double band = (right_ - left_) / static_cast<double>(levels.size() + 1);
    double widest = 0;
    for (const double level : levels)
        widest = std::max(widest, type_.measure(short_number(level), style).x);
    const auto stride = static_cast<std::size_t>(std::ceil((widest + 0.8 * text_) / band));
    for (std::size_t i = (levels.size() - 1) % stride / 2; i < levels.size(); i += stride) {
        const double at = left_ + band * static_cast<double>(i + 1);
        canvas.line({at, top}, {at, top + 2.5});
        canvas.stroke(palette_.rule, kRule);
        type_.draw(
            canvas, short_number(levels[i]), style, {at, top + 4}, AlignX::center, AlignY::top);
    }
}

} // namespace thalweg
