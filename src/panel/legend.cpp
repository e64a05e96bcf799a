#include "panel/kinds.hpp"

#include "panel/contour/heads.hpp"
#include "panel/legend_layout.hpp"
#include "panel/loss/placed_loss.hpp"
#include "panel/marker.hpp"
#include "panel/numbers.hpp"

#include <cmath>

#include <fmt/format.h>

namespace thalweg::panel {

namespace {

constexpr double kMarker = 0.36, kMarkerAbove = 0.36; // radius, and middle above the base line
constexpr double kRule = 0.8; // width, in line units
// Of a dashed line: thinner than curves are, so that it shows a whole pattern of dashes.
constexpr double kSample = 1; // width, in line units
constexpr double kWidestColumn = 48; // in sizes of the text
constexpr double kSampleLength = 1.2; // in sizes of the text

class PlacedLegend final : public PlacedPanel {
public:
    PlacedLegend(experiment::ExperimentsPtr experiments, const LegendContent& content,
        bool has_dashes, const Placement& placement)
        : experiments_(std::move(experiments))
        , box_(placement.inner)
        , format_(placement.setting.format)
        , has_losses_(placement.setting.detail.losses)
        , has_dashes_(has_dashes && placement.setting.detail.curves)
        , layout_(content, placement.setting, box_.width())
    {
    }

    void draw_backdrop(canvas::Canvas& canvas, const experiment::Moment&) const override
    {
        const canvas::Group group(canvas, "legend");
        const canvas::Palette& palette = canvas.palette();
        for (const Range& column : layout_.columns())
            if (has_losses_)
                write(canvas, "loss", {box_.x.lo + column.hi, layout_.header_base()}, palette.muted,
                    canvas::AlignX::right);
        const double rule = box_.y.lo + layout_.rule();
        canvas.stroke(canvas::Path::line({box_.x.lo, rule}, {box_.x.hi, rule}),
            {.color = palette.rule, .width = kRule * format_.line, .cap = canvas::Cap::butt});
        for (const PlacedLegendRow& row : layout_.rows())
            if (row.row.run)
                draw_run(canvas, row);
            else
                draw_heading(canvas, row);
    }

    void draw_action(canvas::Canvas& canvas, const experiment::Moment& moment) const override
    {
        const canvas::Group group(canvas, "legend");
        write(canvas, step_text(canvas, moment), {box_.x.lo, layout_.header_base()},
            canvas.palette().text);
        if (!has_losses_)
            return;
        const std::vector<std::string> losses = losses_at(moment);
        auto loss = losses.begin();
        for (const PlacedLegendRow& row : layout_.rows())
            if (row.row.run)
                write(canvas, *loss++, {box_.x.lo + row.x.hi, row.base},
                    is_over(*row.row.run, moment) ? canvas.palette().muted : canvas.palette().text,
                    canvas::AlignX::right);
    }

private:
    /// at  x of the picture, and the base line below the upper side of the legend
    void write(canvas::Canvas& canvas, const std::string& text, Vec2 at, const Color& color,
        canvas::AlignX align = canvas::AlignX::left) const
    {
        canvas.text(text, {.size = layout_.size(), .color = color},
            {.at = {at.x, box_.y.lo + at.y}, .x = align});
    }

    /// The title of an experiment and, where dashes tell its curves from others, a line of these.
    void draw_heading(canvas::Canvas& canvas, const PlacedLegendRow& row) const
    {
        const Color& color = canvas.palette().muted;
        const double left = box_.x.lo + row.x.lo, size = layout_.size(),
                     indent = has_dashes_ ? layout_.name_indent() : 0;
        for (std::size_t i = 0; i < row.lines.size(); ++i)
            write(canvas, row.lines[i],
                {left + indent, row.base + static_cast<double>(i) * row.pitch}, color);
        if (!has_dashes_)
            return;
        const experiment::Experiment& one = experiments_->of_run(*(&row + 1)->row.run);
        std::vector<double> dashes;
        for (const double dash :
            experiment_dashes(static_cast<std::size_t>(&one - experiments_->all.data())))
            dashes.push_back(dash * kSample * format_.line);
        const double y = box_.y.lo + row.base - kMarkerAbove * size;
        canvas.stroke(canvas::Path::line({left, y}, {left + kSampleLength * size, y}),
            {.color = color, .width = kSample * format_.line, .dashes = dashes});
    }

    void draw_run(canvas::Canvas& canvas, const PlacedLegendRow& row) const
    {
        const canvas::Palette& palette = canvas.palette();
        const double left = box_.x.lo + row.x.lo, size = layout_.size();
        draw_mark(canvas, mark_of(*experiments_, *row.row.run),
            {left + layout_.mark_middle(), box_.y.lo + row.base - kMarkerAbove * size},
            {.radius = kMarker * size,
                .number_size = format_.type.least,
                .fill = run_color(palette, *experiments_, *row.row.run),
                .edge = palette.background});
        const double indent = left + layout_.name_indent();
        for (std::size_t i = 0; i < row.lines.size(); ++i)
            write(canvas, row.lines[i], {indent, row.base + static_cast<double>(i) * row.pitch},
                palette.text);
        if (!row.row.rate.empty())
            canvas.text(row.row.rate, {.size = format_.type.small, .color = palette.muted},
                {.at = {indent, box_.y.lo + row.rate_base}});
    }

    static std::string step_text(const canvas::Canvas& canvas, const experiment::Moment& moment)
    {
        const auto step = static_cast<long>(std::floor(moment.counter + 1e-9));
        return moment.speed > 1 && !canvas.is_page()
            ? fmt::format("step {} · ×{:.0f}", step, moment.speed)
            : fmt::format("step {}", step);
    }

    bool is_over(std::size_t run, const experiment::Moment& moment) const
    {
        return is_lost(experiments_->trajectory(run), moment);
    }

    /// Of every row with a run, in one form; those that have diverged do not decide it.
    std::vector<std::string> losses_at(const experiment::Moment& moment) const
    {
        std::vector<std::size_t> runs;
        std::vector<double> losses;
        for (const PlacedLegendRow& row : layout_.rows()) {
            if (!row.row.run)
                continue;
            const std::size_t run = runs.emplace_back(*row.row.run);
            const auto step = static_cast<std::size_t>(moment.steps[run]);
            losses.push_back(
                is_over(run, moment) ? std::nan("") : experiments_->trajectory(run).losses[step]);
        }
        std::vector<std::string> texts = column_text(losses);
        for (std::size_t i = 0; i < texts.size(); ++i)
            if (is_over(runs[i], moment))
                texts[i] = optimizer::lost_word(experiments_->trajectory(runs[i]).outcome);
        return texts;
    }

    experiment::ExperimentsPtr experiments_;
    Box box_;
    canvas::Format format_;
    bool has_losses_;
    bool has_dashes_;
    LegendLayout layout_;
};

class LegendPanel final : public Panel {
public:
    LegendPanel(
        experiment::ExperimentsPtr experiments, std::span<const std::size_t> runs, bool has_dashes)
        : experiments_(std::move(experiments))
        , has_dashes_(has_dashes)
        , content_(legend_content(*experiments_, runs))
    {
    }

    SizeRequest size(const Setting& setting) const override
    {
        const double width = LegendLayout::least_width(content_, setting);
        return {.least_width = width,
            .least_height = height_for(width, setting),
            .stretches = false,
            .most_width = kWidestColumn * setting.format.type.name * setting.detail.legend_columns};
    }
    double height_for(double width, const Setting& setting) const override
    {
        return LegendLayout(content_, setting, width).height();
    }
    std::unique_ptr<const PlacedPanel> place(const Placement& placement) const override
    {
        return std::make_unique<PlacedLegend>(experiments_, content_, has_dashes_, placement);
    }

private:
    experiment::ExperimentsPtr experiments_;
    bool has_dashes_;
    LegendContent content_;
};

class LegendPlan final : public PanelPlan {
public:
    std::unique_ptr<const Panel> prepare(const Context& context) const override
    {
        return std::make_unique<LegendPanel>(context.experiments, runs, dashes);
    }

    bool dashes = false;
};

} // namespace

PanelPlanPtr make_legend(std::vector<std::size_t> runs, bool dashes)
{
    auto plan = std::make_shared<LegendPlan>();
    plan->runs = std::move(runs);
    plan->dashes = dashes;
    return plan;
}

} // namespace thalweg::panel
