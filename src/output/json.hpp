#pragma once

#include <string>
#include <string_view>

namespace thalweg::output {

/// A text as JSON, quotes included.
std::string json_string(std::string_view text);

/// A number as JSON, with the fewest digits that give back the same double; null where not finite.
std::string json_number(double value);

} // namespace thalweg::output
