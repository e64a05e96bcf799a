#pragma once

#include "canvas/math/box.hpp"

#include <cairo.h>

namespace thalweg::canvas {

/// Adds a glyph's outline to the context's path, its origin at a place in user space.
void add_glyph_path(cairo_t* cr, PangoFont* font, PangoGlyph glyph, Vec2 at);

/// The same of all of a formula.
void add_formula_path(cairo_t* cr, const MathBox& formula, Vec2 at);

/// Shows a formula as text with its fonts, and its rules as rectangles, in the context's source.
void show_formula(cairo_t* cr, const MathBox& formula, Vec2 at);

} // namespace thalweg::canvas
