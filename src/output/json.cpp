#include "output/json.hpp"

#include <fmt/format.h>

#include <cmath>

namespace thalweg::output {

std::string json_string(std::string_view text)
{
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            quoted += '\\';
        if (static_cast<unsigned char>(c) < 0x20)
            quoted += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            quoted += c;
    }
    return quoted + '"';
}

std::string json_number(double value)
{
    return std::isfinite(value) ? fmt::format("{}", value) : "null";
}

} // namespace thalweg::output
