#pragma once

#include "canvas/path.hpp"

namespace thalweg::canvas {

/// What both boxes hold; a box without an area where they do not meet.
Box common(const Box& a, const Box& b);

/// A path whose coordinates lie in `limits`, alike where it is seen: what leaves the limits is cut
/// off at them, and what is not a number is left out.
///
/// Cairo drops what lies beyond its numbers (2^23) without a word.
///
/// limits  larger than the picture
/// cut     out: a path of lines, where the given one is not all inside
/// Returns the path itself or `cut`: a region for `fill`, open pieces for `stroke`
const Path& bounded_fill(const Path& path, const Box& limits, Path& cut);
const Path& bounded_stroke(const Path& path, const Box& limits, Path& cut);

/// Are all coordinates numbers inside the limits?
bool is_bounded(const Path& path, const Box& limits);

/// Does something of the pattern have a length? Cairo refuses others, and all that is drawn later.
bool is_dash_pattern(std::span<const double> dashes);

} // namespace thalweg::canvas
