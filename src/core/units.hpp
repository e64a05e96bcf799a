#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace thalweg {

enum class Unit { none, px, pt, mm, cm, in };

/// A number with its unit, as users write it: `88mm`, `3.5in`, `640px`, `640`.
struct Length {
    double value = 0;
    Unit unit = Unit::none;

    friend bool operator==(const Length&, const Length&) = default;
    /// Points of 1/72 inch; a bare number counts points, and a pixel is 1/96 inch as in CSS.
    double points() const;
};

/// Width, and height where it is given: `88mm`, `88mm x 60mm`, `640x360`.
struct Extent {
    Length width;
    std::optional<Length> height;

    friend bool operator==(const Extent&, const Extent&) = default;
};

/// A moment of a film: `start`, `end`, `3.2s` or `3.2`, `step 120`.
struct When {
    enum class Kind { start, end, time, step };
    Kind kind = Kind::end;
    double value = 0; ///< seconds, or a step

    friend bool operator==(const When&, const When&) = default;
};

/// Readers of what users write; nothing where the text is none. Lengths are positive, moments are
/// not negative.
std::optional<Length> parse_length(std::string_view text);
std::optional<Extent> parse_extent(std::string_view text);
std::optional<When> parse_when(std::string_view text);

} // namespace thalweg
