#pragma once

#include <compare>

namespace thalweg::canvas {

/// Sizes of text by their role, in layout units.
struct TypeScale {
    double title = 24; ///< titles
    double name = 15; ///< names, losses, the step
    double label = 13; ///< beside heads
    double small = 12; ///< formula, ticks, colour bar
    double least = 11; ///< nothing is smaller, whatever has to fit

    friend auto operator<=>(const TypeScale&, const TypeScale&) = default;
};

/// The size of a picture in layout units, and how fine its device is. All sizes of text, lines and
/// gaps are in units.
struct Format {
    double width = 960;
    double height = 540; ///< 0 until the layout has found what a page without a height needs
    double scale = 2; ///< pixels per unit of a film, points per unit of a page
    double snap = 2; ///< panels stand at whole multiples of 1 / snap units: crisp on pixels
    double curve_tolerance = 0.01; ///< greatest error of a drawn curve, in units
    TypeScale type{};
    double line = 1; ///< factor of the widths of rules, ticks and contour lines
    double margin = 24; ///< around the picture
    double gap = 16; ///< between panels
    bool is_page = false; ///< vectors of a physical size
    bool has_title = true; ///< some pages leave it to the caption
    bool is_narrow_page = false; ///< one column: a map across its width, the others below
    double most_height = 0; ///< of a page without a height; 0: any

    friend auto operator<=>(const Format&, const Format&) = default;
};

/// A film frame or a PNG. Pictures of 1080 and of 2160 pixels across their shorter side have the
/// same layout; smaller ones have larger text in proportion, never under 9 pixels.
Format film_format(int width_px, int height_px);

/// A vector page; one without a height (0) takes what it needs.
///
/// Pages up to the width of a journal's page have type in points as publishers ask for; larger ones
/// (slides, posters) are scaled like films.
Format page_format(double width_pt, double height_pt);

} // namespace thalweg::canvas
