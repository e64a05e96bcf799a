#pragma once

#include "core/box.hpp"

#include <string>
#include <vector>

namespace thalweg::panel {

struct Tick {
    double at = 0;
    std::string label; ///< no two ticks of an axis have the same
};

/// The ticks of one axis.
struct Ticks {
    std::vector<Tick> ticks{}; ///< rising
    /// Completes each label where numbers are long: "+ 1.0002", "·$10^{-7}$ + 1"; empty: nothing.
    /// It follows from the range alone, not from the number of ticks.
    std::string offset{};
};

/// Ticks at steps of 1, 2 or 5 times a power of ten: at most `most` (at least 2). Where only one
/// would lie in the range, the outermost ones of a finer step, which say how long the axis is.
/// Bounded work for any finite range; labels differ at every zoom.
Ticks linear_ticks(Range range, int most);

/// Ticks at powers of ten, every k-th where there are many; linear ones where the range holds fewer
/// than two powers.
///
/// range  positive
Ticks log_ticks(Range range, int most);

} // namespace thalweg::panel
