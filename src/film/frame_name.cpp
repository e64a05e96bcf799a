#include "film/frame_name.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace thalweg::film {

namespace {

struct Number {
    std::size_t begin = 0, end = 0; ///< of "%04d" in the pattern
    int digits = 1;
};

/// Where the number stands; an empty range where there is none.
Number find_number(std::string_view name)
{
    const std::size_t begin = name.find('%');
    if (begin == std::string_view::npos)
        return {};
    const std::string_view rest = name.substr(begin + 1);
    if (rest.starts_with('d'))
        return {.begin = begin, .end = begin + 2};
    if (rest.size() >= 3 && rest[0] == '0' && rest[1] >= '1' && rest[1] <= '9' && rest[2] == 'd')
        return {.begin = begin, .end = begin + 4, .digits = rest[1] - '0'};
    return {};
}

} // namespace

bool is_frame_pattern(std::string_view name)
{
    return std::ranges::count(name, '%') == 1 && find_number(name).end != 0;
}

std::string frame_name(std::string_view pattern, int k)
{
    const Number number = find_number(pattern);
    return fmt::format("{}{:0{}}{}", pattern.substr(0, number.begin), k, number.digits,
        pattern.substr(number.end));
}

} // namespace thalweg::film
