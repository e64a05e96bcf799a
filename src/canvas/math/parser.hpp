#pragma once

#include "canvas/math/syntax.hpp"

#include <string_view>

namespace thalweg::canvas {

/// How deep formulas may nest, and how large matrices may be.
inline constexpr int kDeepestMath = 24;
inline constexpr std::size_t kLargestMatrix = 10; ///< rows, and columns

/// Reads the part of LaTeX's mathematics that math_commands() lists.
///
/// text     what stands between dollars
/// Returns  its parts, from left to right
/// Throws   MathError at the first thing that is wrong
MathList parse_math(std::string_view text);

} // namespace thalweg::canvas
