#pragma once

#include "canvas/fonts.hpp"
#include "canvas/math/box.hpp"
#include "canvas/math/face.hpp"
#include "canvas/text_style.hpp"

#include <map>
#include <set>
#include <string>

namespace thalweg::canvas {

/// What formulas are set with: the font of mathematics, and the typeface around them. For one
/// thread.
class MathFonts {
public:
    /// context  must outlive this object
    explicit MathFonts(PangoContext* context);

    const MathFace& face() const { return face_; }
    /// The font of mathematics in a size.
    PangoFont* at(double size);
    /// Words in the typeface around formulas.
    MathBox word(const std::string& text, double size, Weight weight);
    /// Characters so far that no font has.
    bool has_unknown() const { return has_unknown_; }

private:
    PangoFont* keep(PangoFont* font);

    PangoContext* context_;
    std::map<double, GPtr<PangoFont>> sizes_;
    std::map<PangoFont*, GPtr<PangoFont>> kept_; ///< of words
    MathFace face_;
    bool has_unknown_ = false;
};

/// The font descriptions of words and of mathematics.
PangoFontDescription* text_font(double size, Weight weight);
PangoFontDescription* math_font(double size);

} // namespace thalweg::canvas
