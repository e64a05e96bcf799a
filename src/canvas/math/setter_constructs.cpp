#include "canvas/math/characters.hpp"
#include "canvas/math/setter.hpp"

#include <algorithm>

namespace thalweg::canvas {

namespace {

/// TeX's own, in em: room beside fractions and for a sign that is left out; how far a pair of signs
/// may fall short of what is between; a matrix' lines and columns.
constexpr double kNullDelimiter = 0.12, kShortfall = 0.5, kDelimiterFactor = 0.901;
constexpr double kStrutAscent = 0.7, kStrutDescent = 0.3, kRowGap = 0.2, kColumnGap = 0.8;

} // namespace

MathBox MathSetter::glyph(hb_codepoint_t id, const std::string& text, MathStyle style)
{
    const double size = em(style);
    const MathFace::Measures m = fonts_.face().measures(id);
    return {.width = size * m.advance,
        .ascent = size * m.ascent,
        .descent = size * m.descent,
        .italic = size * m.italic,
        .glyphs = {{.font = fonts_.at(size), .glyph = id, .at = {}, .text = text}}};
}

/// Moved up or down so that its middle stands at the height of fraction bars.
MathBox MathSetter::centered(const MathBox& box, MathStyle style)
{
    MathBox moved{.width = box.width, .italic = box.italic};
    moved.ascent = moved.descent = -1e9; // takes over those of the box
    moved.add(box,
        {0, 0.5 * (box.ascent - box.descent) - constant(HB_OT_MATH_CONSTANT_AXIS_HEIGHT, style)});
    return moved;
}

/// A sign at least so high: one glyph, or several that look like one.
MathBox MathSetter::sign(char32_t character, double height, MathStyle style)
{
    const double size = em(style);
    const MathFace& face = fonts_.face();
    const hb_codepoint_t plain = face.glyph(character);
    if (plain == 0)
        return fonts_.word(utf8(character), size * word_size_ / size_, weight_);
    const MathBox one = glyph(face.variant(plain, height / size), utf8(character), style);
    const std::vector<MathFace::Part> parts = one.height() < 0.98 * height
        ? face.assembly(plain, height / size)
        : std::vector<MathFace::Part>{};
    if (parts.empty())
        return one;
    MathBox box;
    for (const MathFace::Part& part : parts) {
        const bool is_first = box.glyphs.empty();
        const MathBox piece = glyph(part.glyph, is_first ? utf8(character) : "", style);
        box.add(piece, {0, -size * part.bottom - piece.descent}); // its ink begins at the bottom
        box.width = std::max(box.width, piece.width);
    }
    return box;
}

MathBox MathSetter::fraction(const MathNode& node, MathStyle style)
{
    if (node.is_display)
        style.level = MathStyle::display;
    const bool is_display = style.level == MathStyle::display;
    const MathBox above = set(node.parts[0], style.numerator());
    const MathBox below = set(node.parts[1], style.denominator());
    const double axis = constant(HB_OT_MATH_CONSTANT_AXIS_HEIGHT, style);
    const double half = 0.5 * constant(HB_OT_MATH_CONSTANT_FRACTION_RULE_THICKNESS, style);
    const double up = std::max(
        constant(is_display ? HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_DISPLAY_STYLE_SHIFT_UP
                            : HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_SHIFT_UP,
            style),
        axis + half + above.descent
            + constant(is_display ? HB_OT_MATH_CONSTANT_FRACTION_NUM_DISPLAY_STYLE_GAP_MIN
                                  : HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_GAP_MIN,
                style));
    const double down = std::max(
        constant(is_display ? HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_DISPLAY_STYLE_SHIFT_DOWN
                            : HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_SHIFT_DOWN,
            style),
        below.ascent - axis + half
            + constant(is_display ? HB_OT_MATH_CONSTANT_FRACTION_DENOM_DISPLAY_STYLE_GAP_MIN
                                  : HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_GAP_MIN,
                style));
    const double beside = kNullDelimiter * em(style);
    const double width = std::max(above.width, below.width);
    MathBox box{.width = width + 2 * beside};
    box.add(above, {beside + 0.5 * (width - above.width), -up});
    box.add_rule({{beside, beside + width}, {-axis - half, -axis + half}});
    box.add(below, {beside + 0.5 * (width - below.width), down});
    return box;
}

MathBox MathSetter::radical(const MathNode& node, MathStyle style)
{
    const MathBox inside = set(node.parts[0], style.cramped());
    const double rule = constant(HB_OT_MATH_CONSTANT_RADICAL_RULE_THICKNESS, style);
    double gap = constant(style.level == MathStyle::display
            ? HB_OT_MATH_CONSTANT_RADICAL_DISPLAY_STYLE_VERTICAL_GAP
            : HB_OT_MATH_CONSTANT_RADICAL_VERTICAL_GAP,
        style);
    const MathBox root = sign(U'√', inside.height() + gap + rule, style);
    gap = std::max(gap, gap + 0.5 * (root.height() - inside.height() - gap - rule));
    const double top = inside.ascent + gap + rule;

    MathBox box;
    if (!node.parts[1].empty()) {
        const MathBox degree = set(node.parts[1], {MathStyle::script_script, style.is_cramped});
        const double raise
            = fonts_.face().constant(HB_OT_MATH_CONSTANT_RADICAL_DEGREE_BOTTOM_RAISE_PERCENT)
            * root.height();
        box.width = std::max(0.0, constant(HB_OT_MATH_CONSTANT_RADICAL_KERN_BEFORE_DEGREE, style));
        box.add(degree, {box.width, root.height() - top - raise - degree.descent});
        box.width += degree.width + constant(HB_OT_MATH_CONSTANT_RADICAL_KERN_AFTER_DEGREE, style);
        box.width = std::max(0.0, box.width);
    }
    box.add(root, {box.width, root.ascent - top});
    const double left = box.width + root.width;
    box.add(inside, {left, 0});
    box.width = left + inside.width;
    box.add_rule({{left, box.width}, {-top, rule - top}});
    box.ascent += constant(HB_OT_MATH_CONSTANT_RADICAL_EXTRA_ASCENDER, style);
    return box;
}

/// Where the middle of an accent above a part stands: letters lean.
double MathSetter::attachment(const MathList& base, const MathBox& box, MathStyle style)
{
    const bool is_letter = base.size() == 1 && base[0].kind == MathNode::Kind::symbol
        && box.glyphs.size() == 1 && !box.glyphs[0].is_word;
    return is_letter ? em(style) * fonts_.face().measures(box.glyphs[0].glyph).attachment
                     : 0.5 * box.width;
}

MathBox MathSetter::accent(const MathNode& node, MathStyle style)
{
    MathList base = node.parts[0];
    if (base.size() == 1 && (base[0].symbol == U'i' || base[0].symbol == U'j')
        && base[0].alphabet == MathAlphabet::italic)
        base[0].symbol = base[0].symbol == U'i' ? U'𝚤' : U'𝚥'; // the accent stands for the dot
    MathBox box = set(base, style.cramped());
    const hb_codepoint_t id = fonts_.face().glyph(node.symbol);
    if (id == 0) {
        MathBox mark
            = fonts_.word(utf8(0xA0) + utf8(node.symbol), em(style) * word_size_ / size_, weight_);
        box.add(mark, {0.5 * (box.width - mark.width), 0});
        return box;
    }
    const MathBox mark = glyph(id, utf8(node.symbol), style);
    const double lift = box.ascent
        - std::min(box.ascent, constant(HB_OT_MATH_CONSTANT_ACCENT_BASE_HEIGHT, style));
    const double x
        = attachment(base, box, style) - em(style) * fonts_.face().measures(id).attachment;
    box.add(mark, {x, -lift});
    return box;
}

MathBox MathSetter::overline(const MathNode& node, MathStyle style)
{
    MathBox box = set(node.parts[0], style.cramped());
    const double bottom = box.ascent + constant(HB_OT_MATH_CONSTANT_OVERBAR_VERTICAL_GAP, style);
    const double rule = constant(HB_OT_MATH_CONSTANT_OVERBAR_RULE_THICKNESS, style);
    box.add_rule({{0, box.width}, {-bottom - rule, -bottom}});
    return box;
}

MathBox MathSetter::fence(const MathNode& node, MathStyle style)
{
    return fenced(node, set(node.parts[0], style), style);
}

MathBox MathSetter::fenced(const MathNode& node, const MathBox& inside, MathStyle style)
{
    const double axis = constant(HB_OT_MATH_CONSTANT_AXIS_HEIGHT, style);
    const double reach = std::max(inside.ascent - axis, inside.descent + axis);
    const double height
        = std::max(2 * kDelimiterFactor * reach, 2 * reach - kShortfall * em(style));
    MathBox box;
    const auto add = [&](char32_t character) {
        const MathBox one = character ? centered(sign(character, height, style), style)
                                      : MathBox{.width = kNullDelimiter * em(style)};
        box.add(one, {box.width, 0});
        box.width += one.width;
    };
    add(node.opening);
    box.add(inside, {box.width, 0});
    box.width += inside.width;
    add(node.closing);
    return box;
}

MathBox MathSetter::matrix(const MathNode& node, MathStyle style)
{
    const MathStyle cells{std::max(style.level, MathStyle::text), style.is_cramped};
    const double size = em(cells);
    std::vector<MathBox> set_cells;
    std::vector<double> widths(node.columns, 0);
    for (std::size_t i = 0; i < node.parts.size(); ++i) {
        set_cells.push_back(set(node.parts[i], cells));
        widths[i % node.columns] = std::max(widths[i % node.columns], set_cells.back().width);
    }
    MathBox table;
    double bottom = 0; // of the rows so far
    for (std::size_t first = 0; first < set_cells.size(); first += node.columns) {
        double ascent = kStrutAscent * size, descent = kStrutDescent * size, x = 0;
        for (std::size_t c = 0; c < node.columns; ++c) {
            ascent = std::max(ascent, set_cells[first + c].ascent);
            descent = std::max(descent, set_cells[first + c].descent);
        }
        const double baseline = bottom + (first > 0 ? kRowGap * size : 0) + ascent;
        for (std::size_t c = 0; c < node.columns; ++c) {
            const MathBox& cell = set_cells[first + c];
            table.add(cell, {x + 0.5 * (widths[c] - cell.width), baseline});
            x += widths[c] + (c + 1 < node.columns ? kColumnGap * size : 0);
            table.width = x;
        }
        bottom = baseline + descent;
    }
    table.ascent = 0;
    table.descent = bottom;
    return fenced(node, centered(table, style), style);
}

} // namespace thalweg::canvas
