#pragma once

#include "canvas/canvas.hpp"

#include <functional>

namespace thalweg::canvas {

/// What a page says about itself.
struct PageMeta {
    std::string title{};
    std::string description{};
};

/// The size of a page, and how layout units become points.
struct PageSpec {
    double width = 960, height = 540; ///< in layout units
    double scale = 1; ///< points per unit
    PageMeta meta{};
};

using DrawPicture = std::function<void(Canvas&)>;

/// The bytes of a PDF page: fonts embedded, nothing rasterised but images. The same drawing gives
/// the same bytes, whenever and after whatever it is drawn.
///
/// Throws  OutputError, Interrupted; what `draw` throws
std::string pdf_page(const PageSpec& spec, const Palette& palette, const DrawPicture& draw);

enum class SvgText { text, outlines };

/// The text of an SVG page: real text with font fallbacks (or outlines on request), named groups,
/// title and description.
std::string svg_page(const PageSpec& spec, const Palette& palette, const DrawPicture& draw,
    SvgText text = SvgText::text);

} // namespace thalweg::canvas
