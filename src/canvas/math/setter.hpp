#pragma once

#include "canvas/math/box.hpp"
#include "canvas/math/fonts.hpp"
#include "canvas/math/syntax.hpp"

#include <vector>

namespace thalweg::canvas {

/// How large and how close a part is set.
///
/// Source  D. E. Knuth, The TeXbook, 1986, chapter 17
struct MathStyle {
    enum Level { display, text, script, script_script };
    Level level = text;
    bool is_cramped = false; ///< superscripts rise less

    MathStyle above() const { return {level >= script ? script_script : script, is_cramped}; }
    MathStyle below() const { return {above().level, true}; }
    MathStyle numerator() const
    {
        return {level == display ? text : level == text ? script : script_script, is_cramped};
    }
    MathStyle denominator() const { return {numerator().level, true}; }
    MathStyle cramped() const { return {level, true}; }
    bool is_small() const { return level >= script; }
    /// 1 in scripts, 2 in scripts of these.
    unsigned script_level() const { return is_small() ? level - text : 0; }
};

/// A piece of a formula that lines may break behind.
struct MathPiece {
    MathBox box;
    bool breaks_well = false; ///< outside of parentheses; elsewhere only where there is no room
};

/// Sets formulas of one size: boxes beside and above each other, at the distances that the font's
/// MATH table gives.
///
/// Source  D. E. Knuth, The TeXbook, 1986, appendix G; the MATH table in ISO/IEC 14496-22
class MathSetter {
public:
    /// size  of the text around
    MathSetter(MathFonts& fonts, double size, Weight weight);

    /// In pieces, one after another.
    std::vector<MathPiece> pieces(const MathList& formula);

private:
    /// Parts beside each other.
    struct Row {
        std::vector<MathBox> boxes{};
        std::vector<double> gaps{}; ///< before each
        std::vector<MathClass> classes{};
        std::vector<const MathNode*> nodes{};
    };
    Row row(const MathList& list, MathStyle style);
    MathBox set(const MathList& list, MathStyle style);
    MathBox part(const MathNode& node, MathStyle style);
    MathBox nucleus(const MathNode& node, MathStyle style);
    MathBox symbol(const MathNode& node, MathStyle style);
    MathBox large_operator(char32_t character, MathStyle style);
    MathBox name(const std::string& letters, MathStyle style);

    // In setter_scripts.cpp.
    MathBox with_scripts(const MathNode& node, MathBox base, bool is_character, MathStyle style);
    MathBox with_limits(const MathNode& node, const MathBox& base, MathStyle style);

    // In setter_constructs.cpp.
    MathBox fraction(const MathNode& node, MathStyle style);
    MathBox radical(const MathNode& node, MathStyle style);
    MathBox accent(const MathNode& node, MathStyle style);
    MathBox overline(const MathNode& node, MathStyle style);
    MathBox fence(const MathNode& node, MathStyle style);
    MathBox matrix(const MathNode& node, MathStyle style);
    MathBox fenced(const MathNode& node, const MathBox& inside, MathStyle style);
    MathBox sign(char32_t character, double height, MathStyle style);
    MathBox glyph(hb_codepoint_t id, const std::string& text, MathStyle style);
    MathBox centered(const MathBox& box, MathStyle style);
    double attachment(const MathList& base, const MathBox& box, MathStyle style);

    double em(MathStyle style) const;
    double constant(hb_ot_math_constant_t which, MathStyle style) const;

    MathFonts& fonts_;
    double word_size_, size_;
    Weight weight_;
};

} // namespace thalweg::canvas
