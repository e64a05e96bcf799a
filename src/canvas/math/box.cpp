#include "canvas/math/box.hpp"

#include <algorithm>

namespace thalweg::canvas {

void MathBox::add(const MathBox& other, Vec2 at)
{
    for (MathGlyph glyph : other.glyphs) {
        glyph.at = glyph.at + at;
        glyphs.push_back(std::move(glyph));
    }
    for (const Box& rule : other.rules)
        rules.push_back(
            {{rule.x.lo + at.x, rule.x.hi + at.x}, {rule.y.lo + at.y, rule.y.hi + at.y}});
    for (MathWord word : other.words) {
        word.at = word.at + at;
        words.push_back(std::move(word));
    }
    ascent = std::max(ascent, other.ascent - at.y);
    descent = std::max(descent, other.descent + at.y);
}

void MathBox::add_rule(const Box& rule)
{
    rules.push_back(rule);
    ascent = std::max(ascent, -rule.y.lo);
    descent = std::max(descent, rule.y.hi);
}

} // namespace thalweg::canvas
