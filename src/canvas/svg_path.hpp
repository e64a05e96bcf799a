#pragma once

#include "canvas/path.hpp"

#include <string>

namespace thalweg::canvas {

/// A number with no more digits than it needs: at most `decimals`, no leading or trailing zeros.
std::string svg_number(double value, int decimals = 2);

/// A path as the `d` attribute of SVG, to a hundredth of a unit.
std::string svg_path_data(const Path& path);

} // namespace thalweg::canvas
