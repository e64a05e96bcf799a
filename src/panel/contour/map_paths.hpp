#pragma once

#include "panel/contour/action.hpp"
#include "panel/contour/history.hpp"
#include "panel/contour/occupancy.hpp"
#include "panel/contour/trail.hpp"

#include <vector>

namespace thalweg::panel {

/// The paths of a map's runs: what they have walked, and their trails.
class MapPaths {
public:
    explicit MapPaths(const ActionSetup& setup);

    std::size_t settled(double time_s) const { return history_.settled(time_s); }
    void draw_settled(
        canvas::Canvas& canvas, const experiment::Moment& moment, std::size_t block) const;
    /// What is not settled, and the trails on top.
    void draw(canvas::Canvas& canvas, const experiment::Moment& moment) const;
    /// The fraction of its trail that each run keeps; see kept_trail.
    void add_key(const experiment::Moment& moment, std::vector<double>& key) const;
    /// Marks where the paths will ever be, in the first view.
    void occupy(Occupancy& occupancy) const;

private:
    /// The places of the runs' trails at a moment.
    std::vector<TrailWindow> windows(const experiment::Moment& moment) const;
    /// Where the runs' trails begin to be opaque, as places on their paths.
    std::vector<double> history_ends(const std::vector<TrailWindow>& trails) const;
    void draw_block(canvas::Canvas& canvas, const experiment::Moment& moment,
        const History::Block& block, double end) const;
    void draw_unsettled(canvas::Canvas& canvas, const experiment::Moment& moment,
        const std::vector<double>& ends) const;
    void draw_on_page(canvas::Canvas& canvas, const experiment::Moment& moment,
        const std::vector<double>& ends) const;
    void draw_trail_lines(canvas::Canvas& canvas, const experiment::Moment& moment,
        const std::vector<TrailWindow>& trails) const;
    Projection projection(double time_s) const { return {camera_->view(time_s), map_}; }
    Color color(const canvas::Palette& palette, std::size_t index) const;

    Context context_;
    std::vector<std::size_t> runs_;
    TrailPlan plan_;
    std::shared_ptr<const Camera> camera_;
    Box map_;
    double scale_;
    bool has_dashes_; ///< in print
    TrailReach reach_;
    std::vector<RunPath> paths_; ///< in the order of the runs, as everywhere
    std::vector<double> strengths_; ///< of their histories
    History history_;
};

} // namespace thalweg::panel
