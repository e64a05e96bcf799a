#pragma once

#include "core/color.hpp"

#include <array>
#include <span>
#include <string_view>

namespace thalweg::canvas {

enum class Theme { automatic, dark, light }; ///< automatic: dark for films, light for pages

constexpr Theme or_else(Theme theme, Theme fallback)
{
    return theme == Theme::automatic ? fallback : theme;
}

enum class TrailColors { teal_amber, teal_amber_hsl, by_run };

/// The colours of a picture. Text on `background` and on every colour of the map keeps a contrast
/// of 4.5 (WCAG AA).
struct Palette {
    Color background;
    Color text; ///< titles, names, numbers
    Color muted; ///< formula, axis labels, captions
    Color rule; ///< frames, ticks, separators
    Color grid; ///< lines behind curves
    Color marker_edge; ///< outlines heads and markers on any ground
    Oklch low, high; ///< ends of the map's ramp: low and high ground
    Color line, index_line; ///< contour lines, every fourth an index line; translucent
    double line_width, index_line_width; ///< in units of a film; pages scale them by Format::line
    Color minimum; ///< rings, ticks and cross-hairs at minima
    Color halo; ///< around labels on the map, with its opacity
    Color casing; ///< below trails, with its opacity
    double quick, slow; ///< lightness of a basin where runs reach its end soonest and latest
    double quick_chroma, slow_chroma; ///< its chroma there, as fractions of its hue's
    Color diverged, undefined, unsettled; ///< where runs reach no end
    std::span<const Color> accents; ///< of the runs, in turn
    std::array<Color, 4> vectors; ///< of arrows at heads: gradient, velocity, step, Newton's step
};

/// The colours of a theme; automatic counts as dark.
const Palette& palette(Theme theme);

/// The colour of the ground at a fraction of the ramp: 0 lowest, 1 highest band.
Color ground_color(const Palette& palette, double share);
/// The colour of band `band` of `bands` (0 is the lowest).
Color band_color(const Palette& palette, int band, int bands);

/// A run's own colour: marker, history, loss curve, leader.
inline Color accent(const Palette& palette, std::size_t run)
{
    return palette.accents[run % palette.accents.size()];
}

/// The core's colour at a fraction of the trail: 0 at its oldest end, 1 at the head.
///
/// run_accent  what `by_run` shows
Color trail_color(
    const Palette& palette, TrailColors colors, double share, const Color& run_accent);

/// What is wrong with a colour for a run's markers and curves: "is too near to the background", or
/// "is among the colours of the trails", which tell time. Empty: nothing.
std::string_view accent_fault(const Palette& palette, TrailColors trails, const Color& accent);

} // namespace thalweg::canvas
