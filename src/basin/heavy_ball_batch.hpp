#pragma once

#include "basin/settling_detector.hpp"

#include <span>

namespace thalweg::basin {

/// Whether the runs of a descent can be stepped side by side: heavy balls on exact gradients.
bool is_heavy_ball_batch(const Descent& descent);

/// The fates of many starts, equal to what `fate_of` gives, in a fraction of the time: dozens of
/// runs are stepped at once, number by number in arrays, and finished runs are replaced by the next
/// starts.
///
/// setup   of a descent that `is_heavy_ball_batch`
/// fates   out: one for each start
void run_heavy_ball_batch(
    const BasinSetup& setup, std::span<const Vec2> starts, std::span<Fate> fates);

} // namespace thalweg::basin
