#pragma once

#include "core/box.hpp"

#include <string>

namespace thalweg::scene {

/// Why a part of an axis cannot be shown, because doubles do not tell its points apart or because
/// squares and products of its numbers leave their range.
///
/// Returns  "[1, 1.0000000000000002] is narrower than ...", or nothing where all is well
std::string resolution_fault(const Range& part);

} // namespace thalweg::scene
