#pragma once

#include "panel/contour/action.hpp"

namespace thalweg::panel {

/// The last line search of each run on a map: a thin line along the points that it tried, these as
/// dots, and a ring around the one that was stepped to. While a head moves, the search that led
/// to its step takes the place of the one before.
///
/// What Levenberg-Marquardt tries lies on no line: there it is a chain from the point out.
class SearchLines {
public:
    explicit SearchLines(const ActionSetup& setup);

    /// The lines, to be drawn below trails.
    void draw_lines(canvas::Canvas& canvas, const experiment::Moment& moment) const;
    /// The dots and rings, above trails.
    void draw_tries(canvas::Canvas& canvas, const experiment::Moment& moment) const;
    /// What the tries of the last search cover at a moment.
    std::vector<Box> boxes_at(const experiment::Moment& moment) const;

private:
    Projection projection(double time_s) const { return {camera_->view(time_s), map_}; }
    double step_of(std::size_t run, const experiment::Moment& moment) const;
    /// Calls draw(search, places of its tries, look) for each search that is seen.
    template <class Draw>
    void for_each_search(
        canvas::Canvas& canvas, const experiment::Moment& moment, const Draw& draw) const;

    Context context_;
    std::vector<std::size_t> runs_{}; ///< those that search, where it is to be shown
    std::shared_ptr<const Camera> camera_;
    Box map_;
    double scale_;
};

} // namespace thalweg::panel
