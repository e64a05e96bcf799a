#include "canvas/math/setter.hpp"

#include "canvas/math/characters.hpp"
#include "canvas/math/linear.hpp"
#include "canvas/math/numbers.hpp"
#include "canvas/math/spacing.hpp"

#include <algorithm>

namespace thalweg::canvas {

namespace {

using Kind = MathNode::Kind;

/// How much larger the font of mathematics is set than the text around it: its small letters are
/// lower (0.431 em, Noto Sans' 0.536), its capitals nearly as high (0.683, 0.714).
constexpr double kOptical = 1.1;

/// What a piece says whose last part is an operator, or a factor.
std::string before_break(MathList list)
{
    const MathNode last = list.back();
    if (last.type == MathClass::closing)
        return linear_math(list);
    list.pop_back();
    return linear_math(list) + " " + linear_math({last}) + " ";
}

} // namespace

MathSetter::MathSetter(MathFonts& fonts, double size, Weight weight)
    : fonts_(fonts)
    , word_size_(size)
    , size_(fonts.face().has_math() ? kOptical * size : size)
    , weight_(weight)
{
}

double MathSetter::em(MathStyle style) const
{
    if (!style.is_small())
        return size_;
    return size_
        * fonts_.face().constant(style.level == MathStyle::script
                ? HB_OT_MATH_CONSTANT_SCRIPT_PERCENT_SCALE_DOWN
                : HB_OT_MATH_CONSTANT_SCRIPT_SCRIPT_PERCENT_SCALE_DOWN);
}

double MathSetter::constant(hb_ot_math_constant_t which, MathStyle style) const
{
    return em(style) * fonts_.face().constant(which);
}

std::vector<MathPiece> MathSetter::pieces(const MathList& formula)
{
    const bool is_number = is_plain_number(formula);
    const MathList shown = is_number ? in_words(formula) : formula;
    const Row parts = row(shown, {});
    std::vector<MathPiece> out(1);
    std::vector<MathList> said(1);
    int depth = 0;
    for (std::size_t i = 0; i < parts.boxes.size(); ++i) {
        MathBox& box = out.back().box;
        box.width += parts.gaps[i];
        box.add(parts.boxes[i], {box.width, 0});
        box.width += parts.boxes[i].width;
        said.back().push_back(*parts.nodes[i]);
        const MathClass type = parts.classes[i];
        depth += type == MathClass::opening ? 1 : type == MathClass::closing ? -1 : 0;
        const bool is_last = i + 1 == parts.boxes.size();
        const bool is_between_factors
            = type == MathClass::closing && !is_last && parts.classes[i + 1] == MathClass::opening;
        if (!is_last && !is_number
            && (type == MathClass::binary || type == MathClass::relation || is_between_factors)) {
            out.back().breaks_well = depth == 0;
            out.emplace_back();
            said.emplace_back();
        }
    }
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i].box.linear = i + 1 < out.size() ? before_break(said[i]) : linear_math(said[i]);
    return out;
}

MathSetter::Row MathSetter::row(const MathList& list, MathStyle style)
{
    const std::vector<MathClass> classes = settled_classes(list);
    const bool is_cramped = style.is_cramped;
    Row out;
    double gap = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const MathNode& node = list[i];
        if (node.kind == Kind::space)
            gap += node.space * em(style) / 18;
        else if (node.kind == Kind::style)
            style = {node.is_display ? MathStyle::display : MathStyle::text, is_cramped};
        if (is_blank(node))
            continue;
        if (!out.classes.empty())
            gap += math_space(out.classes.back(), classes[i], style.is_small()) * em(style) / 18;
        out.boxes.push_back(part(node, style));
        out.gaps.push_back(gap);
        out.classes.push_back(classes[i]);
        out.nodes.push_back(&node);
        gap = 0;
    }
    if (gap != 0 && !out.boxes.empty()) // a space at the end
        out.boxes.back().width += gap;
    return out;
}

MathBox MathSetter::set(const MathList& list, MathStyle style)
{
    const Row parts = row(list, style);
    MathBox box;
    for (std::size_t i = 0; i < parts.boxes.size(); ++i) {
        box.width += parts.gaps[i];
        box.add(parts.boxes[i], {box.width, 0});
        box.width += parts.boxes[i].width;
    }
    return box;
}

MathBox MathSetter::part(const MathNode& node, MathStyle style)
{
    MathBox base = nucleus(node, style);
    if (node.superscript.empty() && node.subscript.empty()) {
        base.width += base.italic;
        base.italic = 0;
        return base;
    }
    if (node.has_limits && style.level == MathStyle::display)
        return with_limits(node, base, style);
    const bool is_character = node.kind == Kind::word
        || (node.kind == Kind::symbol && node.type != MathClass::operation);
    return with_scripts(node, std::move(base), is_character, style);
}

MathBox MathSetter::nucleus(const MathNode& node, MathStyle style)
{
    switch (node.kind) {
    case Kind::symbol:
        return symbol(node, style);
    case Kind::name:
        return name(node.text, style);
    case Kind::word:
        return fonts_.word(node.text, em(style) * word_size_ / size_, weight_);
    case Kind::group:
        return set(node.parts[0], style);
    case Kind::fraction:
        return fraction(node, style);
    case Kind::radical:
        return radical(node, style);
    case Kind::accent:
        return accent(node, style);
    case Kind::overline:
        return overline(node, style);
    case Kind::fence:
        return fence(node, style);
    case Kind::matrix:
        return matrix(node, style);
    case Kind::space:
    case Kind::style:
        break;
    }
    return {};
}

MathBox MathSetter::symbol(const MathNode& node, MathStyle style)
{
    const bool is_bold = weight_ == Weight::bold;
    const hb_codepoint_t id = fonts_.face().glyph(
        in_alphabet(node.symbol, node.alphabet, is_bold), style.script_level());
    if (id == 0)
        return fonts_.word(utf8(node.symbol), em(style) * word_size_ / size_, weight_);
    if (node.type == MathClass::operation)
        return large_operator(node.symbol, style);
    return glyph(id, utf8(node.symbol), style);
}

MathBox MathSetter::large_operator(char32_t character, MathStyle style)
{
    hb_codepoint_t id = fonts_.face().glyph(character);
    if (style.level == MathStyle::display)
        id = fonts_.face().variant(
            id, fonts_.face().constant(HB_OT_MATH_CONSTANT_DISPLAY_OPERATOR_MIN_HEIGHT));
    MathBox sign = glyph(id, utf8(character), style);
    sign.width -= sign.italic; // the advance of these counts what leans out
    return centered(sign, style);
}

MathBox MathSetter::name(const std::string& letters, MathStyle style)
{
    MathBox box;
    const bool is_bold = weight_ == Weight::bold;
    const MathAlphabet alphabet = MathAlphabet::upright;
    for (const char c : letters) {
        const char32_t letter = static_cast<unsigned char>(c);
        const MathBox one = symbol(
            {.alphabet = is_bold ? MathAlphabet::bold : alphabet, .symbol = letter}, style);
        box.add(one, {box.width, 0});
        box.width += one.width;
    }
    return box;
}

} // namespace thalweg::canvas
