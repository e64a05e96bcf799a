#pragma once

#include <memory>
#include <vector>

#include <hb-ot.h>
#include <hb.h>
#include <pango/pangocairo.h>

namespace thalweg::canvas {

/// What a font's MATH table and its outlines say, in em.
///
/// Source  ISO/IEC 14496-22, Open Font Format, MATH table
class MathFace {
public:
    /// font  of any size
    explicit MathFace(PangoFont* font);

    /// Does the font have what formulas need? Where not, constants are those of Latin Modern Math,
    /// and there are no glyphs.
    bool has_math() const { return has_math_; }
    /// In em; percentages as fractions.
    double constant(hb_ot_math_constant_t which) const;
    /// 0 where the font has none.
    ///
    /// script_level  1 and 2: in the form that the font has for scripts, and scripts of these:
    ///               stronger, wider, and primes at their height
    hb_codepoint_t glyph(char32_t character, unsigned script_level = 0) const;

    struct Measures {
        double advance, left, right; ///< `left` and `right` of its ink
        double ascent, descent; ///< of its ink, both upwards and downwards from the baseline
        double italic;
        double attachment; ///< where an accent's middle stands
    };
    Measures measures(hb_codepoint_t glyph) const;

    /// The smallest form of a glyph that is at least so high; the highest where none is.
    hb_codepoint_t variant(hb_codepoint_t glyph, double height) const;
    /// A glyph of a tall sign that is put together, and its place from the sign's lower end.
    struct Part {
        hb_codepoint_t glyph;
        double bottom, height;
    };
    /// Parts that together are at least so high; none where the font has none.
    std::vector<Part> assembly(hb_codepoint_t glyph, double height) const;

private:
    struct FontFree {
        void operator()(hb_font_t* p) const noexcept { hb_font_destroy(p); }
    };
    double em(hb_position_t units) const { return units / units_; }

    std::unique_ptr<hb_font_t, FontFree> font_;
    double units_;
    bool has_math_;
};

} // namespace thalweg::canvas
