#pragma once

#include "basin/course.hpp"

#include <span>

namespace thalweg::basin {

/// Whether the runs of a descent can be stepped side by side: heavy balls on exact gradients.
bool is_herd(const Descent& descent);

/// The fates of many starts, the same as `fate_of` gives, in a fraction of the time: dozens of runs
/// are stepped at once, number by number in arrays, and each that is over makes room for the next.
///
/// course  of a descent that `is_herd`
/// fates   out: one for each start
void drive_herd(const Course& course, std::span<const Vec2> starts, std::span<Fate> fates);

} // namespace thalweg::basin
