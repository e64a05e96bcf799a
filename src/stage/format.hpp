#pragma once

namespace thalweg {

/// The size of a picture in layout units, and how fine its device is. All sizes of text, lines and
/// gaps are in units.
struct Format {
    double width = 960, height = 540; ///< layout units; on a page a unit is a point (1/72 inch)
    double scale = 2; ///< device pixels per unit (1 on a page)
    double snap = 2; ///< panels stand at whole multiples of 1 / snap units: crisp on pixels, and
                     ///< alike on pages
    double curve_tolerance = 0.01; ///< greatest error of a drawn curve, in units

    /// The usual text size: readable in a film, 8 to 9 points in a column of print.
    double text_size() const;
};

/// A film frame or a PNG: pictures of 1080 lines and of 2160 lines have the same layout, small ones
/// have larger text.
Format pixel_format(int width_px, int height_px);

/// A vector page.
Format page_format(double width_pt, double height_pt);

} // namespace thalweg
