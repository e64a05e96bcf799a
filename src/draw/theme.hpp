#pragma once

#include "core/color.hpp"
#include "stage/plan.hpp"

#include <span>

namespace thalweg {

/// The colours of a picture. Text on `background` and on every colour of the map keeps a contrast
/// of 4.5 (WCAG AA).
struct Palette {
    Color background;
    Color text; ///< titles, names, numbers
    Color muted; ///< formula, axis labels, captions
    Color rule; ///< frames, ticks, separators
    Color marker_edge; ///< outlines heads and markers on any ground
    Oklch low, high; ///< ends of the map's ramp: low and high ground
    double quick, slow; ///< lightness of a basin where runs reach its end soonest and latest
    double quick_chroma, slow_chroma; ///< its chroma there, as shares of its hue's
    Color diverged, unsettled; ///< where runs reach no end
    Color contour; ///< contour lines, translucent
    Color cross_hair; ///< at minima
    Color plate; ///< behind labels on the map, translucent
    Oklch trail_old, trail_new; ///< ends of the trail's ramp
    std::span<const Color> accents; ///< of the runs, in turn
};

/// The colours of a theme.
///
/// theme   dark or light; automatic counts as dark
const Palette& palette(Theme theme);

/// The colour of the ground in band `band` of `bands` (0 is the lowest).
Color band_color(const Palette& palette, int band, int bands);

/// The colour at a share of the trail: 0 at its oldest end, 1 at the head.
Color trail_color(const Palette& palette, TrailColors colors, double share);

} // namespace thalweg
