#pragma once

#include "panel/contour/action.hpp"
#include "panel/contour/heads.hpp"

#include <vector>

namespace thalweg::panel {

/// How far a mark reaches from its start, on a map of scale 1, in layout units.
constexpr double kStartReach = 5.5;

/// A place where runs start.
struct Start {
    Vec2 at;
    std::vector<std::size_t> runs{};
};
/// Where runs start, each place once.
std::vector<Start> starts_of(
    const experiment::Experiments& experiments, const std::vector<std::size_t>& runs);

/// The mark of one of the starts.
///
/// is_of_several  there are others, so that it tells whose it is
/// head           where it is
/// scale          of the map
void draw_start(canvas::Canvas& canvas, const experiment::Experiments& experiments,
    const Start& start, bool is_of_several, const Head& head, double scale);

/// Marks where a map's runs start: by a ring where all start at one place, else by hollow markers
/// of the runs, so that each tells whose it is; by hollow arrows at the map's edge for starts
/// outside of the view.
class MapStarts {
public:
    explicit MapStarts(const ActionSetup& setup);

    void draw(canvas::Canvas& canvas, const experiment::Moment& moment) const;

private:
    Context context_;
    std::shared_ptr<const Camera> camera_;
    Box map_;
    std::vector<Box> covered_; ///< by insets: starts there are pointed at
    double scale_;
    std::vector<Start> starts_{}; ///< none where they are not to be shown
};

} // namespace thalweg::panel
