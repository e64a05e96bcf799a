#include "core/read_value.hpp"

#include <charconv>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace thalweg {

namespace {

/// Two numbers in a list of two.
std::optional<Vec2> read_pair(
    const Node& node, std::string_view name, std::string_view expected, Problems& problems)
{
    if (node.type != Node::Type::sequence || node.items.size() != 2) {
        refuse_type(node, name, expected, problems);
        return std::nullopt;
    }
    const auto first = read_number(node.items[0], name, {}, problems);
    const auto second = read_number(node.items[1], name, {}, problems);
    return first && second ? std::optional(Vec2{*first, *second}) : std::nullopt;
}

} // namespace

std::string Limits::text() const
{
    std::vector<std::string> parts;
    if (std::isfinite(min))
        parts.push_back(fmt::format("at least {}", min));
    if (std::isfinite(above))
        parts.push_back(fmt::format("above {}", above));
    if (std::isfinite(max))
        parts.push_back(fmt::format("at most {}", max));
    if (std::isfinite(below))
        parts.push_back(fmt::format("below {}", below));
    return fmt::format("{}", fmt::join(parts, " and "));
}

std::string shown(const Node& node)
{
    return node.type == Node::Type::scalar ? fmt::format("\"{}\"", node.text)
                                           : std::string(node.type_name());
}

void refuse_type(
    const Node& node, std::string_view name, std::string_view expected, Problems& problems)
{
    problems.add(node.where, fmt::format("{} must be {}, not {}", name, expected, shown(node)));
}

std::optional<double> read_number(
    const Node& node, std::string_view name, const Limits& limits, Problems& problems)
{
    double value = 0;
    if (node.type != Node::Type::scalar || node.quoted || !parse_number(node.text, value)) {
        refuse_type(node, name, "a finite number", problems);
        return std::nullopt;
    }
    if (!limits.allow(value)) {
        problems.add(
            node.where, fmt::format("{} must be {}, not {}", name, limits.text(), node.text));
        return std::nullopt;
    }
    return value;
}

std::optional<Vec2> read_point(const Node& node, std::string_view name, Problems& problems)
{
    return read_pair(node, name, "a point [x, y]", problems);
}

std::optional<Range> read_range(const Node& node, std::string_view name, Problems& problems)
{
    const auto ends = read_pair(node, name, "a range [low, high]", problems);
    if (!ends)
        return std::nullopt;
    if (!(ends->x < ends->y) || !std::isfinite(ends->y - ends->x)) {
        problems.add(
            node.where, fmt::format("{} must rise: [{}, {}] does not", name, ends->x, ends->y));
        return std::nullopt;
    }
    return Range{ends->x, ends->y};
}

std::optional<Color> read_color(const Node& node, std::string_view name, Problems& problems)
{
    const std::string& text = node.text;
    std::uint32_t hex = 0;
    if (node.type == Node::Type::scalar && text.size() == 7 && text[0] == '#') {
        const char* end = text.data() + text.size();
        const auto [stop, error] = std::from_chars(text.data() + 1, end, hex, 16);
        if (error == std::errc() && stop == end)
            return rgb(hex);
    }
    problems.add(node.where, fmt::format("{} must be written as \"#RRGGBB\", in quotes", name));
    return std::nullopt;
}

} // namespace thalweg
