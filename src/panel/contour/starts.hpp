#pragma once

#include "panel/contour/action.hpp"

#include <vector>

namespace thalweg::panel {

/// How far a mark reaches from its start, on a map of scale 1, in layout units.
constexpr double kStartReach = 5.5;

/// Where the runs of a map start, each place once; none where starts are not shown.
std::vector<Vec2> starts_of(const ActionSetup& setup);

/// Marks where a map's runs start: by a ring where all start at one place, else by hollow markers
/// of the runs, so that each tells whose it is; by hollow arrows at the map's edge for starts
/// outside of the view.
class MapStarts {
public:
    explicit MapStarts(const ActionSetup& setup);

    void draw(canvas::Canvas& canvas, const experiment::Moment& moment) const;

private:
    /// A place where runs start.
    struct Start {
        Vec2 at;
        std::vector<std::size_t> runs{};
    };
    void draw(canvas::Canvas& canvas, const Projection& project, const Start& start) const;

    Context context_;
    std::shared_ptr<const Camera> camera_;
    Box map_;
    std::vector<Box> covered_; ///< by insets: starts there are pointed at
    double scale_;
    std::vector<Start> starts_{}; ///< none where they are not to be shown
};

} // namespace thalweg::panel
