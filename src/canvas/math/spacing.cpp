#include "canvas/math/spacing.hpp"

#include <cstdlib>

namespace thalweg::canvas {

namespace {

bool wants_left_operand(MathClass before)
{
    return before == MathClass::binary || before == MathClass::operation
        || before == MathClass::relation || before == MathClass::opening
        || before == MathClass::punctuation;
}

bool ends_operand(MathClass after)
{
    return after == MathClass::relation || after == MathClass::closing
        || after == MathClass::punctuation;
}

/// 1: thin, 2: medium, 3: thick; negative: not in scripts. Rows and columns as in MathClass.
constexpr int kSpaces[8][8] = {
    {0, 1, -2, -3, 0, 0, 0, -1},
    {1, 1, 0, -3, 0, 0, 0, -1},
    {-2, -2, 0, 0, -2, 0, 0, -2},
    {-3, -3, 0, 0, -3, 0, 0, -3},
    {0, 0, 0, 0, 0, 0, 0, 0},
    {0, 1, -2, -3, 0, 0, 0, -1},
    {-1, -1, 0, -1, -1, -1, -1, -1},
    {-1, 1, -2, -3, -1, 0, -1, -1},
};

} // namespace

std::vector<MathClass> settled_classes(const MathList& list)
{
    std::vector<MathClass> types;
    const MathClass none = MathClass::opening; // the same as a beginning
    MathClass before = none;
    std::size_t last = list.size(); // the part before, blanks left out
    for (const MathNode& node : list) {
        MathClass type = node.type;
        if (!is_blank(node)) {
            if (type == MathClass::binary && wants_left_operand(before))
                type = MathClass::ordinary;
            if (last < types.size() && types[last] == MathClass::binary && ends_operand(type))
                types[last] = MathClass::ordinary;
            before = type;
            last = types.size();
        }
        types.push_back(type);
    }
    if (last < types.size() && types[last] == MathClass::binary)
        types[last] = MathClass::ordinary;
    return types;
}

double math_space(MathClass left, MathClass right, bool is_small)
{
    const int space = kSpaces[static_cast<int>(left)][static_cast<int>(right)];
    if (space < 0 && is_small)
        return 0;
    constexpr double kMu[] = {0, 3, 4, 5};
    return kMu[std::abs(space)];
}

} // namespace thalweg::canvas
