#pragma once

#include "canvas/math/syntax.hpp"

namespace thalweg::canvas {

/// Is the formula a number alone, such as 10^{-3}? Such a one is set in the typeface around it, so
/// that the figures of a column or an axis are of one kind.
bool is_plain_number(const MathList& formula);

/// The figures of a number as words.
MathList in_words(const MathList& number);

} // namespace thalweg::canvas
