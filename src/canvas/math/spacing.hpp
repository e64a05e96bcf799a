#pragma once

#include "canvas/math/syntax.hpp"

namespace thalweg::canvas {

/// The classes of a formula's parts where they stand: a binary operator that nothing stands before,
/// as in "−x", is ordinary.
///
/// Source  D. E. Knuth, The TeXbook, 1986, appendix G, rules 5 and 6
std::vector<MathClass> settled_classes(const MathList& list);

/// Does a part only move its neighbours?
inline bool is_blank(const MathNode& node)
{
    return node.kind == MathNode::Kind::space || node.kind == MathNode::Kind::style;
}

/// The space between neighbours, in mu.
///
/// is_small  in scripts, where operators stand close
/// Source    D. E. Knuth, The TeXbook, 1986, chapter 18
double math_space(MathClass left, MathClass right, bool is_small);

} // namespace thalweg::canvas
