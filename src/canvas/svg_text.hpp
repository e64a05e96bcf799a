#pragma once

#include "canvas/text_layout.hpp"

namespace thalweg::canvas {

/// A text as elements of SVG: one `<text>`, with a `<tspan>` for each part that is set differently;
/// two where the halo of one part could cover another part.
std::string svg_text(const TextLayout& layout, const TextStyle& style, const Anchor& anchor);

/// "#rrggbb", or "#rgb" where that says the same.
std::string svg_color(const Color& color);
/// ` name="0.5"`; nothing where opaque.
std::string svg_opacity(const char* name, double alpha);

} // namespace thalweg::canvas
