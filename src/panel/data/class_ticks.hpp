#pragma once

#include "canvas/path.hpp"
#include "core/box.hpp"

#include <span>

namespace thalweg::panel {

/// A short upright tick for each sample of two classes, which lie along the lower and the upper
/// edge of a picture, where dots would merge to bars.
///
/// Ticks that would touch stand on each other, towards the picture's middle, so that crowds are
/// seen as heaps; each stays exactly above or below its sample. Where a heap would be higher than
/// `kHighestHeap` of the box, ticks lie on each other.
///
/// places  of the samples, in the picture
/// unit    a line unit
canvas::Path class_ticks(std::span<const Vec2> places, const Box& box, double unit);

/// As a fraction of the height of the box.
constexpr double kHighestHeap = 0.3;
constexpr double kTickWidth = 1.3; ///< in line units

} // namespace thalweg::panel
