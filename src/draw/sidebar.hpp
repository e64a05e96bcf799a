#pragma once

#include "draw/basin_legend.hpp"
#include "draw/text.hpp"
#include "draw/theme.hpp"
#include "stage/stage.hpp"

namespace thalweg {

/// The column beside the map: title and formula, a legend of the runs with their losses, and the
/// colour bar, or the legend of the basins.
///
/// What stands still and what changes from frame to frame are drawn apart; both take their places
/// from one layout.
class Sidebar {
public:
    Sidebar(Typesetter& type, const Stage& stage, const Palette& palette);

    void draw_still(Canvas& canvas) const;
    void draw_read_outs(Canvas& canvas, double time_s) const;

private:
    void draw_legend_row(Canvas& canvas, std::size_t run) const;
    void draw_color_bar(Canvas& canvas) const;
    void draw_color_bar_labels(Canvas& canvas, double top) const;
    void place_names();
    std::string fitting_badge(std::size_t run) const;
    double row_base(std::size_t run) const;
    double row_top(std::size_t run) const
    {
        return rows_top_ + static_cast<double>(run) * row_height_;
    }

    Typesetter& type_;
    const Stage& stage_;
    const Palette& palette_;
    std::optional<BasinLegend> basins_;
    double text_, left_, right_;
    double formula_top_ = 0, step_base_ = 0, rows_top_ = 0, row_height_ = 0;
    std::size_t rows_ = 0; ///< runs that have room
    double name_room_ = 0; ///< for a run's name
    bool read_outs_below_ = false; ///< on the second line of each row, since names need the first
    bool two_lines_ = false; ///< the learning rate stands under each run's name
};

} // namespace thalweg
