#pragma once

#include "core/box.hpp"
#include "core/color.hpp"

#include <string>

namespace thalweg::canvas {

enum class Weight { regular, bold };

/// A border around glyphs that sets text off from what is below it.
struct Halo {
    Color color{};
    double width = 0; ///< on each side of a glyph, in layout units; 0: none
};

/// How text is set. `$...$` inside a text is set as a formula.
struct TextStyle {
    double size = 12; ///< in layout units
    Color color{};
    Weight weight = Weight::regular;
    double wrap = 0; ///< the width at which lines break, between words where possible; 0: never
    bool even_lines = false; ///< lines of a wrapped text become about equally long
    Halo halo{};
};

/// Which point of the text stands at the given place.
enum class AlignX { left, center, right };
enum class AlignY { top, middle, baseline, bottom };

/// A place for a text: the point, and what of the text stands there.
struct Anchor {
    Vec2 at{};
    AlignX x = AlignX::left;
    AlignY y = AlignY::baseline;
    bool upward = false; ///< turned by 90 degrees, to be read from below, about `at`
};

/// Measures text as it will be drawn, for one thread.
class TextMetrics {
public:
    virtual ~TextMetrics() = default;

    /// Width and height of all lines, in layout units. The height counts ascent and descent.
    virtual Vec2 size(const std::string& text, const TextStyle& style) = 0;
    /// From the top of the first line to its baseline.
    virtual double baseline(const std::string& text, const TextStyle& style) = 0;
};

/// The box that a text takes, halo not counted.
Box text_box(
    TextMetrics& metrics, const std::string& text, const TextStyle& style, const Anchor& anchor);

} // namespace thalweg::canvas
