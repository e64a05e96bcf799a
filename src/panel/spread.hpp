#pragma once

#include "core/box.hpp"

#include <vector>

namespace thalweg::panel {

/// Places of labels along a line, moved apart so that none meet: the sum of the squares of their
/// moves is the least. Where the range has no room for all, they begin at its lower end.
///
/// wanted  rising
/// apart   the least from one place to the next
std::vector<double> spread(const std::vector<double>& wanted, Range range, double apart);

} // namespace thalweg::panel
