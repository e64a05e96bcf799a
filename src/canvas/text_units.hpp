#pragma once

#include <string>
#include <vector>

namespace thalweg::canvas {

/// The parts of a text that nothing may cut: what readers take for one character, with all its
/// marks, and whole formulas ("$...$").
///
/// Returns  them in order; joined they are the text
/// Source   Unicode Standard Annex 29, Text segmentation, as Pango has it
std::vector<std::string> text_units(const std::string& text);

} // namespace thalweg::canvas
