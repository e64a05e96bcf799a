#pragma once

#include "core/box.hpp"

#include <string>
#include <vector>

#include <pango/pangocairo.h>

namespace thalweg::canvas {

/// A glyph in its place.
struct MathGlyph {
    PangoFont* font; ///< kept by MathFonts
    PangoGlyph glyph;
    Vec2 at; ///< of its origin
    std::string text; ///< what it says; empty where a neighbour says it
    bool is_word = false; ///< a part of one of the box's words
};

/// Plain characters in the typeface around the formula.
struct MathWord {
    std::string text;
    double size;
    Vec2 at;
};

/// A formula, or a part of one, as it is set: glyphs and rules about an origin at the left end of
/// its baseline. All in layout units, y downwards.
struct MathBox {
    double width = 0;
    double ascent = 0, descent = 0; ///< above and below the baseline, both positive
    double italic = 0; ///< how far a slanted last glyph leans out of the width
    std::vector<MathGlyph> glyphs{};
    std::vector<Box> rules{};
    std::string linear{}; ///< a piece's own: what it says, in plain characters
    std::vector<MathWord> words{}; ///< what the glyphs say that are parts of words

    double height() const { return ascent + descent; }
    bool has_ink() const { return !glyphs.empty() || !rules.empty(); }
    /// Adds another box with its origin at a place, and grows upwards and downwards with it.
    void add(const MathBox& other, Vec2 at);
    void add_rule(const Box& rule);
};

} // namespace thalweg::canvas
