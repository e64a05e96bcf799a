#include "canvas/math/numbers.hpp"

#include "canvas/math/characters.hpp"

#include <string_view>

namespace thalweg::canvas {

bool is_plain_number(const MathList& formula)
{
    static constexpr std::u32string_view kFigures = U"0123456789.⋅×∞", kSigns = U"−+±<>";
    for (std::size_t i = 0; i < formula.size(); ++i) {
        const MathNode& node = formula[i];
        const bool is_figure = kFigures.find(node.symbol) != kFigures.npos
            || (i == 0 && kSigns.find(node.symbol) != kSigns.npos);
        if (node.kind != MathNode::Kind::symbol || !is_figure || !node.subscript.empty()
            || !is_plain_number(node.superscript))
            return false;
    }
    return true;
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
