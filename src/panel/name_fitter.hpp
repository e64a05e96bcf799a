#pragma once

#include "panel/fitted_names.hpp"

#include <map>

namespace thalweg::panel {

/// What stands for the part of a name that has no room.
constexpr const char* kEllipsis = "…";

/// The units of a text (`canvas::text_units`), or some of them, as a text.
std::string joined(std::span<const std::string> units);

/// Sets single names in one room.
class NameFitter {
public:
    explicit NameFitter(const NameRoom& room)
        : room_(room)
    {
    }

    /// With all that it has; nothing where that does not fit.
    NameLines whole(const std::string& name) const;
    /// As much of its beginning and its end as fits.
    ///
    /// head    fraction of what is kept that comes before the gap
    /// ending  stands at the end in any case
    NameLines cut(const std::string& name, double head, const std::string& ending = "") const;
    /// Its beginning in one line, its end in the other.
    NameLines cut_between_lines(const std::string& name) const;

private:
    bool is_line(const std::string& text) const;
    double width(const std::string& unit) const;
    NameLines wrapped(std::span<const std::string> units) const;

    const NameRoom& room_;
    mutable std::map<std::string, double> widths_; ///< of units
};

} // namespace thalweg::panel
