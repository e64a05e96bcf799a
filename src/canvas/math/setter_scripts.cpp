#include "canvas/math/setter.hpp"

#include <algorithm>

namespace thalweg::canvas {

MathBox MathSetter::with_scripts(
    const MathNode& node, MathBox base, bool is_character, MathStyle style)
{
    const auto number = [&](hb_ot_math_constant_t which) { return constant(which, style); };
    const bool has_above = !node.superscript.empty(), has_below = !node.subscript.empty();
    const MathBox above = set(node.superscript, style.above());
    const MathBox below = set(node.subscript, style.below());
    double up = number(style.is_cramped ? HB_OT_MATH_CONSTANT_SUPERSCRIPT_SHIFT_UP_CRAMPED
                                        : HB_OT_MATH_CONSTANT_SUPERSCRIPT_SHIFT_UP);
    double down = number(HB_OT_MATH_CONSTANT_SUBSCRIPT_SHIFT_DOWN);
    if (!is_character) {
        up = std::max(up, base.ascent - number(HB_OT_MATH_CONSTANT_SUPERSCRIPT_BASELINE_DROP_MAX));
        down = std::max(
            down, base.descent + number(HB_OT_MATH_CONSTANT_SUBSCRIPT_BASELINE_DROP_MIN));
    }
    up = std::max(up, above.descent + number(HB_OT_MATH_CONSTANT_SUPERSCRIPT_BOTTOM_MIN));
    if (has_above && has_below) {
        const double gap = up - above.descent - (below.ascent - down);
        const double lacking
            = std::max(0.0, number(HB_OT_MATH_CONSTANT_SUB_SUPERSCRIPT_GAP_MIN) - gap);
        const double bottom = number(HB_OT_MATH_CONSTANT_SUPERSCRIPT_BOTTOM_MAX_WITH_SUBSCRIPT);
        const double raised = lacking > 0 ? std::max(0.0, bottom - (up - above.descent)) : 0;
        up += raised;
        down += lacking - raised;
    } else {
        down = std::max(down, below.ascent - number(HB_OT_MATH_CONSTANT_SUBSCRIPT_TOP_MAX));
    }
    const double left = base.width;
    if (has_above) {
        base.add(above, {left + base.italic, -up});
        base.width = left + base.italic + above.width;
    }
    if (has_below) {
        base.add(below, {left, down});
        base.width = std::max(base.width, left + below.width);
    }
    base.width += number(HB_OT_MATH_CONSTANT_SPACE_AFTER_SCRIPT);
    base.italic = 0;
    return base;
}

MathBox MathSetter::with_limits(const MathNode& node, const MathBox& base, MathStyle style)
{
    const MathBox above = set(node.superscript, style.above());
    const MathBox below = set(node.subscript, style.below());
    const double up = base.ascent
        + std::max(constant(HB_OT_MATH_CONSTANT_UPPER_LIMIT_BASELINE_RISE_MIN, style),
            above.descent + constant(HB_OT_MATH_CONSTANT_UPPER_LIMIT_GAP_MIN, style));
    const double down = base.descent
        + std::max(constant(HB_OT_MATH_CONSTANT_LOWER_LIMIT_BASELINE_DROP_MIN, style),
            below.ascent + constant(HB_OT_MATH_CONSTANT_LOWER_LIMIT_GAP_MIN, style));
    MathBox box{.width = std::max({base.width, above.width, below.width})};
    box.add(base, {0.5 * (box.width - base.width), 0});
    if (!node.superscript.empty())
        box.add(above, {0.5 * (box.width - above.width + base.italic), -up});
    if (!node.subscript.empty())
        box.add(below, {0.5 * (box.width - below.width - base.italic), down});
    return box;
}

} // namespace thalweg::canvas
