#include "canvas/math/linear.hpp"

#include "canvas/math/characters.hpp"
#include "canvas/math/formulas.hpp"
#include "canvas/math/spacing.hpp"

namespace thalweg::canvas {

namespace {

using Kind = MathNode::Kind;

bool is_one_part(const MathList& list)
{
    std::size_t digits = 0;
    for (const MathNode& node : list)
        digits += node.kind == Kind::symbol && node.superscript.empty() && node.subscript.empty()
                && ((node.symbol >= U'0' && node.symbol <= U'9') || node.symbol == U'.')
            ? 1
            : 0;
    return digits == list.size() || list.size() == 1;
}

/// In parentheses where it has several parts.
std::string one_part(const MathList& list)
{
    const std::string text = linear_math(list);
    return is_one_part(list) && text.find_first_of(" /") == text.npos ? text : "(" + text + ")";
}

std::string script(const MathList& list, bool is_above)
{
    if (list.empty())
        return "";
    std::string raised;
    for (const MathNode& node : list) {
        const char32_t own
            = node.symbol == U'′' && is_above ? U'′' : as_script(node.symbol, is_above);
        const bool is_plain = node.kind == Kind::symbol && node.superscript.empty()
            && node.subscript.empty() && own != 0;
        if (!is_plain)
            return std::string(is_above ? "^" : "_").append(one_part(list));
        raised += utf8(own);
    }
    return raised;
}

std::string fence(char32_t c)
{
    return c == 0 ? "" : utf8(c);
}

std::string matrix(const MathNode& node)
{
    std::string text = node.opening ? fence(node.opening) : "";
    for (std::size_t i = 0; i < node.parts.size(); ++i)
        text += (i == 0 ? "" : i % node.columns == 0 ? "; " : ", ") + linear_math(node.parts[i]);
    return text + fence(node.closing);
}

std::string nucleus(const MathNode& node)
{
    switch (node.kind) {
    case Kind::symbol:
        return utf8(node.symbol);
    case Kind::name:
    case Kind::word:
        return node.text;
    case Kind::group:
        return linear_math(node.parts[0]);
    case Kind::fraction:
        return one_part(node.parts[0]) + "/" + one_part(node.parts[1]);
    case Kind::radical:
        return (node.parts[1].empty() ? "" : script(node.parts[1], true)) + "√"
            + one_part(node.parts[0]);
    case Kind::accent:
        return linear_math(node.parts[0]) + utf8(node.symbol);
    case Kind::overline:
        return linear_math(node.parts[0]) + utf8(0x305);
    case Kind::fence:
        return fence(node.opening) + linear_math(node.parts[0]) + fence(node.closing);
    case Kind::matrix:
        return matrix(node);
    case Kind::space:
        return node.space > 0 ? " " : "";
    case Kind::style:
        break;
    }
    return "";
}

} // namespace

std::string linear_math(const MathList& formula)
{
    std::string text;
    const std::vector<MathClass> classes = settled_classes(formula);
    for (std::size_t i = 0; i < formula.size(); ++i) {
        const MathNode& node = formula[i];
        const bool is_spaced = classes[i] == MathClass::binary || classes[i] == MathClass::relation;
        const bool is_function = node.kind == Kind::name;
        const std::string part
            = nucleus(node) + script(node.subscript, false) + script(node.superscript, true);
        if ((is_spaced || is_function) && !text.empty() && !text.ends_with(' ')
            && !text.ends_with('('))
            text += ' ';
        text += part;
        const bool is_next_open = i + 1 < formula.size()
            && (classes[i + 1] == MathClass::opening || formula[i + 1].kind == Kind::fence);
        if (is_spaced || classes[i] == MathClass::punctuation || (is_function && !is_next_open))
            text += ' ';
    }
    while (text.ends_with(' '))
        text.pop_back();
    return text;
}

std::string linear_text(std::string_view text)
{
    std::string out;
    for (const TextPart& part : text_parts(text))
        out += part.formula ? linear_math(*part.formula) : part.text;
    return out;
}

} // namespace thalweg::canvas
