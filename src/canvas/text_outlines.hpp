#pragma once

#include "canvas/path.hpp"
#include "canvas/text_layout.hpp"

namespace thalweg::canvas {

/// Has a formula parts that are no words, so that pages of SVG draw it?
bool has_outlines(const MathBox& formula);

/// The outlines of all glyphs of a text, in place; or of those that `svg_text` leaves out, its
/// formulas'.
enum class Outlined { all, formulas };
Path text_outlines(const TextLayout& layout, const Anchor& anchor, Outlined what);

} // namespace thalweg::canvas
