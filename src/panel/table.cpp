#include "panel/table.hpp"

#include "panel/common_options.hpp"
#include "panel/fitted_names.hpp"
#include "panel/marker.hpp"
#include "panel/table_cells.hpp"
#include "panel/wording.hpp"

#include <algorithm>

namespace thalweg::panel {

namespace {

// In sizes of the table's text.
constexpr double kHeading = 1.9, kHeadingBase = 1.1, kRuleBelow = 1.65; // the row of headings
constexpr double kRow = 1.6, kRowBase = 1.15;
constexpr double kGap = 1.1, kWidestGap = 3.3; // between columns
constexpr double kLongestName = 20;
constexpr double kName = 1.35; // from the left to the names
constexpr double kMarker = 0.3, kMarkerAbove = 0.36; // its radius, and its middle above the base
constexpr double kRule = 0.8; // in line units

canvas::TextStyle cell_style(const canvas::Format& format, const Color& color = {})
{
    return {.size = format.type.small, .color = color};
}

/// The rows of a table, without a place.
struct Rows {
    Context context;
    std::vector<std::size_t> runs;
    TableContent show = TableContent::read_outs;

    bool moves() const { return show == TableContent::read_outs; }
    std::vector<TableColumn> at(const experiment::Moment& moment) const
    {
        return moves() ? read_outs_at(*context.experiments, runs, moment)
                       : results_of(*context.experiments, runs);
    }
    /// The names of the runs, each in one line.
    std::vector<std::string> names(const canvas::Format& format, canvas::TextMetrics& metrics) const
    {
        const double size = format.type.small;
        std::vector<std::string> list;
        for (const NameLines& lines : fitted_names(names_in_list(*context.experiments, runs),
                 {.width = kLongestName * size, .size = size, .lines = 1, .metrics = metrics}))
            list.push_back(lines.front());
        return list;
    }

    /// The least width of each column, that of the names first.
    std::vector<double> widths(const canvas::Format& format, canvas::TextMetrics& metrics) const
    {
        const canvas::TextStyle style = cell_style(format);
        const auto width = [&](const std::string& text) { return metrics.size(text, style).x; };
        std::vector<double> list{width("run") + kName * style.size};
        for (const std::string& name : names(format, metrics))
            list[0] = std::max(list[0], width(name) + kName * style.size);
        const std::vector<TableColumn> columns = moves()
            ? widest_read_outs(*context.experiments, runs)
            : results_of(*context.experiments, runs);
        for (const TableColumn& column : columns) {
            list.push_back(width(column.heading));
            for (const std::string& cell : column.cells)
                list.back() = std::max(list.back(), width(cell));
        }
        return list;
    }
};

class PlacedTable final : public PlacedPanel {
public:
    PlacedTable(Rows rows, const Placement& placement)
        : rows_(std::move(rows))
        , box_(placement.inner)
        , format_(placement.setting.format)
        , size_(format_.type.small)
        , names_(rows_.names(format_, placement.setting.metrics))
    {
        const std::vector<double> widths = rows_.widths(format_, placement.setting.metrics);
        double left_over = box_.width();
        for (const double width : widths)
            left_over -= width;
        // Columns spread over the width, but no further than the eye keeps its row.
        const double gap = std::clamp(
            left_over / static_cast<double>(widths.size() - 1), kGap * size_, kWidestGap * size_);
        double left = box_.x.lo + widths.front();
        for (std::size_t i = 1; i < widths.size(); ++i) {
            columns_.push_back({left + gap, left + gap + widths[i]});
            left = columns_.back().hi;
        }
    }

    void draw_backdrop(canvas::Canvas& canvas, const experiment::Moment& moment) const override
    {
        const canvas::Group group(canvas, "table");
        const std::vector<TableColumn> columns = rows_.at(moment);
        draw_headings(canvas, columns);
        for (std::size_t row = 0; row < rows_.runs.size(); ++row)
            draw_name(canvas, row);
        if (!rows_.moves())
            draw_cells(canvas, columns);
    }

    void draw_action(canvas::Canvas& canvas, const experiment::Moment& moment) const override
    {
        if (!rows_.moves())
            return;
        const canvas::Group group(canvas, "table");
        draw_cells(canvas, rows_.at(moment));
    }

private:
    double baseline(std::size_t row) const
    {
        return box_.y.lo + (kHeading + kRow * static_cast<double>(row) + kRowBase) * size_;
    }

    void draw_headings(canvas::Canvas& canvas, const std::vector<TableColumn>& columns) const
    {
        const canvas::Palette& palette = canvas.palette();
        const double y = box_.y.lo + kHeadingBase * size_, rule = box_.y.lo + kRuleBelow * size_;
        canvas.text("run", cell_style(format_, palette.muted), {.at = {box_.x.lo, y}});
        for (std::size_t c = 0; c < columns.size(); ++c)
            draw_cell(canvas, columns[c], c, columns[c].heading, y, palette.muted);
        canvas.stroke(canvas::Path::line({box_.x.lo, rule}, {columns_.back().hi, rule}),
            {.color = palette.rule, .width = kRule * format_.line, .cap = canvas::Cap::butt});
    }

    void draw_name(canvas::Canvas& canvas, std::size_t row) const
    {
        const experiment::Experiments& experiments = *rows_.context.experiments;
        const canvas::Palette& palette = canvas.palette();
        const std::size_t run = rows_.runs[row];
        const double y = baseline(row);
        draw_mark(canvas, mark_of(experiments, run),
            {box_.x.lo + 0.5 * size_, y - kMarkerAbove * size_},
            {.radius = kMarker * size_,
                .number_size = format_.type.least,
                .fill = run_color(palette, experiments, run),
                .edge = palette.background});
        canvas.text(
            names_[row], cell_style(format_, palette.text), {.at = {box_.x.lo + kName * size_, y}});
    }

    void draw_cell(canvas::Canvas& canvas, const TableColumn& column, std::size_t c,
        const std::string& text, double y, const Color& color) const
    {
        const canvas::Anchor left{.at = {columns_[c].lo, y}};
        const canvas::Anchor right{.at = {columns_[c].hi, y}, .x = canvas::AlignX::right};
        canvas.text(text, cell_style(format_, color), column.is_number ? right : left);
    }

    void draw_cells(canvas::Canvas& canvas, const std::vector<TableColumn>& columns) const
    {
        for (std::size_t c = 0; c < columns.size(); ++c)
            for (std::size_t row = 0; row < rows_.runs.size(); ++row)
                draw_cell(canvas, columns[c], c, columns[c].cells[row], baseline(row),
                    canvas.palette().text);
    }

    Rows rows_;
    Box box_;
    canvas::Format format_;
    double size_;
    std::vector<std::string> names_; ///< of the runs
    std::vector<Range> columns_; ///< from left to right, the names not counted
};

class TablePanel final : public Panel {
public:
    explicit TablePanel(Rows rows)
        : rows_(std::move(rows))
    {
    }

    SizeRequest size(const Setting& setting) const override
    {
        const double text = setting.format.type.small;
        double width = -kGap * text, most = -kWidestGap * text;
        for (const double column : rows_.widths(setting.format, setting.metrics)) {
            width += column + kGap * text;
            most += column + kWidestGap * text;
        }
        const auto rows = static_cast<double>(rows_.runs.size());
        return {.least_width = width,
            .least_height = (kHeading + kRow * rows) * text,
            .stretches = false,
            .most_width = most};
    }
    std::unique_ptr<const PlacedPanel> place(const Placement& placement) const override
    {
        return std::make_unique<PlacedTable>(rows_, placement);
    }

private:
    Rows rows_;
};

} // namespace

std::unique_ptr<const Panel> TablePlan::prepare(const Context& context) const
{
    return std::make_unique<TablePanel>(Rows{context, runs, show});
}

PanelPlanPtr make_table(Options& options, const ReadContext& context)
{
    auto plan = std::make_shared<TablePlan>();
    read_common(options, context, *plan, {.runs = true});
    plan->show = options.choice("show", plan->show,
        {{"read-outs", TableContent::read_outs}, {"results", TableContent::results}},
        "where the runs are at the moment, or how they ended");
    return plan;
}

} // namespace thalweg::panel
