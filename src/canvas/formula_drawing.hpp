#pragma once

#include "canvas/math/box.hpp"

#include <cairo.h>

namespace thalweg::canvas {

enum class FormulaParts { all, without_words };

/// Adds a formula's outlines to the context's path, its origin at a place in user space.
void add_formula_path(
    cairo_t* cr, const MathBox& formula, Vec2 at, FormulaParts parts = FormulaParts::all);

/// Shows a formula as text with its fonts, and its rules as rectangles, in the context's source.
void show_formula(cairo_t* cr, const MathBox& formula, Vec2 at);

} // namespace thalweg::canvas
