#pragma once

#include "canvas/canvas.hpp"
#include "panel/contour/camera.hpp"
#include "panel/contour/trail_window.hpp"

#include <vector>

namespace thalweg::panel {

/// What is drawn of one run's walked path at a moment.
struct Walked {
    double begin = 0, end = 0; ///< places on its path
};

/// The paths that runs have walked, as thin lines in the runs' colours, up to where their trails
/// lie.
///
/// Paths are cut into blocks. A block is settled once no trail can lie on it any more; it never
/// changes again, so that painters of films draw it once.
class History {
public:
    struct Block {
        std::size_t run; ///< in the order of the map's runs
        double first, last; ///< places on its path
        double settled_s; ///< from this time on
    };

    /// paths  one for each run
    /// reach  of the trails, at the widest view of the film
    History(const Context& context, const std::vector<std::size_t>& runs,
        const std::vector<RunPath>& paths, const TrailReach& reach, double least_zoom);

    /// In the order of drawing, which is that of settling.
    const std::vector<Block>& blocks() const { return blocks_; }
    std::size_t settled(double time_s) const;

private:
    std::vector<Block> blocks_;
};

/// How a run's walked path looks.
struct HistoryStyle {
    Color color{};
    std::span<const double> dashes{}; ///< on pages, where colour may be missing
    double walked = 0; ///< length before the part, in layout units, so that dashes go on
    double scale = 1; ///< of the map
    double strength = 1; ///< less for a path that would cover the ground: see history_strength
};

/// How strongly a path is drawn that comes by so often where it passes: a walk that stays in one
/// region becomes a haze, on which trails and heads are seen.
double history_strength(double crowding);

/// The width of a walked path with its casing, in layout units.
double walked_width(double scale);

/// Draws a line as a walked path.
///
/// points  in layout units
void draw_walked_line(
    canvas::Canvas& canvas, const std::vector<Vec2>& points, const HistoryStyle& style);

/// Draws a part of a run's path.
void draw_walked(canvas::Canvas& canvas, const RunPath& path, const Walked& part,
    const Projection& project, const HistoryStyle& style);

} // namespace thalweg::panel
