#include "canvas/math/numbers.hpp"

#include "canvas/math/characters.hpp"

#include <algorithm>
#include <string_view>

namespace thalweg::canvas {

bool is_plain_number(const MathList& formula)
{
    static constexpr std::u32string_view kFigures = U"0123456789.−+⋅×<>±∞";
    return std::ranges::all_of(formula, [](const MathNode& node) {
        return node.kind == MathNode::Kind::symbol && kFigures.find(node.symbol) != kFigures.npos
            && node.subscript.empty() && is_plain_number(node.superscript);
    });
}

MathList in_words(const MathList& number)
{
    MathList words;
    for (const MathNode& node : number) {
        if (words.empty() || !words.back().superscript.empty())
            words.push_back({.kind = MathNode::Kind::word});
        words.back().text += node.symbol == U'⋅' ? "·" : utf8(node.symbol);
        words.back().superscript = in_words(node.superscript);
    }
    return words;
}

} // namespace thalweg::canvas
