#pragma once

#include "panel/contour/history.hpp"
#include "panel/contour/trail.hpp"
#include "panel/panel.hpp"
#include "panel/space/draped_path.hpp"
#include "panel/space/plan.hpp"

#include <memory>
#include <optional>

namespace thalweg::panel {

/// What the moving parts of a surface in space are made from.
struct SpaceSetup {
    const SpacePlan& plan;
    Context context;
    std::shared_ptr<const Terrain> terrain;
    std::shared_ptr<const SpaceCamera> camera;
    Placement placement;
    double scale = 1; ///< of markers and trails: see map_scale
};

/// The paths of the runs on the ground: what they have walked and their trails, with thin faint
/// lines where ground hides them.
class SpacePaths {
public:
    explicit SpacePaths(const SpaceSetup& setup);

    /// Blocks of walked paths that no trail will touch again, while the view stands still; see
    /// PlacedPanel.
    std::size_t settled(double time_s) const;
    void draw_settled(canvas::Canvas& canvas, std::size_t block) const;
    /// What is not settled, and the trails on top.
    void draw(canvas::Canvas& canvas, const experiment::Moment& moment) const;
    /// The fraction of its trail that each run keeps; see kept_trail.
    void add_key(const experiment::Moment& moment, std::vector<double>& key) const;

private:
    TrailWindow window(std::size_t index, const experiment::Moment& moment) const;
    /// Where the run's trail begins to be opaque, as a place on its path.
    double history_end(std::size_t index, const TrailWindow& trail) const;
    std::vector<PathPart> walked(
        std::size_t index, double begin, double end, const SpaceView& view) const;
    void draw_block(canvas::Canvas& canvas, const History::Block& block, double end,
        const SpaceView& view) const;
    void draw_history(
        canvas::Canvas& canvas, std::size_t index, const std::vector<PathPart>& parts) const;
    void draw_hidden(
        canvas::Canvas& canvas, std::size_t index, const std::vector<PathPart>& parts) const;
    void draw_trail_lines(
        canvas::Canvas& canvas, const std::vector<std::vector<PathPart>>& trails) const;
    Color color(const canvas::Palette& palette, std::size_t index) const;

    Context context_;
    std::vector<std::size_t> runs_;
    TrailPlan plan_;
    std::shared_ptr<const Terrain> terrain_;
    std::shared_ptr<const SpaceCamera> camera_;
    double scale_;
    bool has_dashes_; ///< in print
    TrailReach reach_;
    std::vector<RunPath> paths_; ///< in the order of the runs, as everywhere
    std::vector<DrapedPath> draped_;
    std::vector<double> strengths_; ///< of what was walked
    std::optional<History> history_; ///< where the view stands still
};

} // namespace thalweg::panel
