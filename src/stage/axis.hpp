#pragma once

#include "core/box.hpp"

#include <string>
#include <vector>

namespace thalweg {

struct Tick {
    double at = 0;
    std::string label;
};

/// Ticks at round numbers (steps of 1, 2 or 5 times a power of ten) with labels of equal decimals:
/// at most `most` of them, or the fewest that are at least three.
std::vector<Tick> axis_ticks(Range range, int most);

/// A number for reading: three significant digits, a real minus sign, powers of ten as 10ⁿ beyond
/// four digits.
std::string short_number(double value);

/// A number with so many decimals and a real minus sign, which zero never has.
std::string decimal_text(double value, int decimals);

/// A loss in a read-out: always as wide in tabular figures as any other of its kind, so that
/// nothing jumps.
std::string loss_text(double value);

} // namespace thalweg
