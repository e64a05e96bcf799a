#pragma once

#include "canvas/text_style.hpp"

#include <span>
#include <string>
#include <vector>

namespace thalweg::panel {

/// The room for each of some names.
struct NameRoom {
    double width = 0; ///< of a line, in layout units
    double size = 12; ///< of the text
    std::size_t lines = 2; ///< at most
    canvas::TextMetrics& metrics;
};

/// A name's lines.
using NameLines = std::vector<std::string>;

/// The name in two lines, as narrow as its words allow; in one where it has one word.
NameLines narrowest_lines(const std::string& name, const NameRoom& room);

/// Names as they fit into their room: in one line, else in more, else with "…" in the place of
/// their middle.
///
/// Returns  the lines of each; different for names that differ, by a number where nothing else of
///          them has room
std::vector<NameLines> fitted_names(std::span<const std::string> names, const NameRoom& room);

} // namespace thalweg::panel
