#pragma once

#include "core/box.hpp"
#include "core/color.hpp"
#include "core/node.hpp"

#include <limits>
#include <optional>

namespace thalweg {

/// What a number may be: min <= v <= max, above < v < below.
struct Limits {
    static constexpr double kInfinity = std::numeric_limits<double>::infinity();
    double min = -kInfinity, above = -kInfinity, max = kInfinity, below = kInfinity;

    bool allow(double v) const { return min <= v && v <= max && above < v && v < below; }
    std::string text() const; ///< "at least 0 and below 1"; empty where anything goes
};

// Readers of single values, each adding a located problem and returning nothing where the value
// does not fit.

std::optional<double> read_number(
    const Node& node, std::string_view name, const Limits& limits, Problems& problems);
std::optional<Vec2> read_point(const Node& node, std::string_view name, Problems& problems);
std::optional<Range> read_range(const Node& node, std::string_view name, Problems& problems);
/// "#RRGGBB".
std::optional<Color> read_color(const Node& node, std::string_view name, Problems& problems);

/// A value as messages quote it.
std::string shown(const Node& node);
/// Adds "NAME must be EXPECTED, not VALUE".
void refuse_type(
    const Node& node, std::string_view name, std::string_view expected, Problems& problems);

} // namespace thalweg
