#include "core/units.hpp"

#include "core/node.hpp"

#include <array>
#include <utility>

namespace thalweg {

namespace {

struct UnitRow {
    std::string_view name;
    Unit unit;
    double points;
};
constexpr std::array<UnitRow, 5> kUnits{{{"px", Unit::px, 0.75}, {"pt", Unit::pt, 1},
    {"mm", Unit::mm, 72 / 25.4}, {"cm", Unit::cm, 720 / 25.4}, {"in", Unit::in, 72}}};

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin == text.npos)
        return {};
    return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

std::optional<double> number(std::string_view text)
{
    double value = 0;
    return parse_number(trimmed(text), value) ? std::optional(value) : std::nullopt;
}

/// A number that is at least zero.
std::optional<double> amount(std::string_view text)
{
    const auto value = number(text);
    return value && *value >= 0 ? value : std::nullopt;
}

} // namespace

double Length::points() const
{
    for (const UnitRow& row : kUnits)
        if (row.unit == unit)
            return value * row.points;
    return value;
}

std::optional<Length> parse_length(std::string_view text)
{
    text = trimmed(text);
    Unit unit = Unit::none;
    for (const UnitRow& row : kUnits)
        if (text.ends_with(row.name)) {
            unit = row.unit;
            text.remove_suffix(row.name.size());
            break;
        }
    const auto value = number(text);
    return value && *value > 0 ? std::optional(Length{*value, unit}) : std::nullopt;
}

std::optional<Extent> parse_extent(std::string_view text)
{
    // The first x that is not of "px".
    std::size_t cross = text.find('x');
    while (cross != text.npos && cross > 0 && text[cross - 1] == 'p')
        cross = text.find('x', cross + 1);
    const auto width = parse_length(text.substr(0, cross));
    if (!width || cross == text.npos)
        return width ? std::optional(Extent{*width, std::nullopt}) : std::nullopt;
    const auto height = parse_length(text.substr(cross + 1));
    return height ? std::optional(Extent{*width, height}) : std::nullopt;
}

std::optional<When> parse_when(std::string_view text)
{
    text = trimmed(text);
    if (text == "start")
        return When{When::Kind::start, 0};
    if (text == "end")
        return When{When::Kind::end, 0};
    When moment{When::Kind::time, 0};
    if (text.starts_with("step ")) {
        moment.kind = When::Kind::step;
        text.remove_prefix(5);
    } else if (text.ends_with('s')) {
        text.remove_suffix(1);
    }
    const auto value = amount(text);
    if (!value)
        return std::nullopt;
    moment.value = *value;
    return moment;
}

} // namespace thalweg
