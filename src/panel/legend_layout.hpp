#pragma once

#include "panel/marker.hpp"
#include "panel/panel.hpp"

namespace thalweg::panel {

/// A line of a legend: a run, or the name of an experiment above its runs.
struct LegendRow {
    std::optional<std::size_t> run{}; ///< its number
    std::string name{};
    std::string rate{}; ///< below the name, where there is room for it; empty: nothing
};

/// What a legend names.
struct LegendContent {
    std::vector<std::vector<LegendRow>> experiments{}; ///< the rows of each
    std::vector<std::string> widest_losses{}; ///< no loss of the film is wider than these
    Mark widest_mark{};
    std::string widest_step{}; ///< no step of the film is wider than this number
};

/// runs  numbers of those that it names; empty: all
LegendContent legend_content(
    const experiment::Experiments& experiments, std::span<const std::size_t> runs);

/// A row at its place.
struct PlacedLegendRow {
    LegendRow row{};
    Range x{};
    std::vector<std::string> lines{}; ///< of the name
    double base = 0; ///< base line of the first of them
    double pitch = 0; ///< from one base line to the next
    double rate_base = 0;
};

/// A legend in a width: a header, a rule, and rows in columns, each headed by "loss". Nothing is
/// cut, but for names where the setting shortens them.
class LegendLayout {
public:
    LegendLayout(const LegendContent& content, const Setting& setting, double width);

    double height() const { return height_; }
    double size() const { return size_; }
    double header_base() const;
    double rule() const;
    /// From the left of a row.
    double mark_middle() const { return 0.5 * (indent_ - mark_gap()); }
    double name_indent() const { return indent_; }
    const std::vector<PlacedLegendRow>& rows() const { return rows_; }
    /// From left to right, within the legend's width.
    const std::vector<Range>& columns() const { return columns_; }

    static double least_width(const LegendContent& content, const Setting& setting);

private:
    double line_height() const;
    double mark_gap() const;
    /// Of the row that follows those that have their places.
    const std::vector<std::string>& next_name(const LegendRow& row) const;
    void place(const std::vector<LegendRow>& column, Range x, const Setting& setting);

    double size_; ///< of the text
    double indent_; ///< of names
    double height_ = 0;
    std::vector<std::vector<std::string>> names_, headings_; ///< lines of each, from the top
    std::vector<PlacedLegendRow> rows_;
    std::vector<Range> columns_;
};

} // namespace thalweg::panel
