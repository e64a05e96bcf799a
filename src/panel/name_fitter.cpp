#include "panel/name_fitter.hpp"

#include "canvas/text_units.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace thalweg::panel {

namespace {

using Units = std::vector<std::string>;

/// Without blanks at either end.
std::string trimmed(const std::string& text)
{
    const std::size_t first = text.find_first_not_of(' ');
    return first == text.npos ? "" : text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

/// So many units of a name with a gap between the beginning and the end.
///
/// head  fraction of them that comes before the gap
Units with_gap(const Units& units, std::size_t kept, double head)
{
    const auto first = std::lround(head * static_cast<double>(kept));
    Units some(units.begin(), units.begin() + first);
    while (!some.empty() && some.back() == " ")
        some.pop_back();
    some.emplace_back(kEllipsis);
    auto rest = units.end() - (static_cast<std::ptrdiff_t>(kept) - first);
    rest = std::find_if(rest, units.end(), [](const auto& unit) { return unit != " "; });
    some.insert(some.end(), rest, units.end());
    return some;
}

/// Where a line of units from `begin` that is full at `end` breaks: at a blank or behind the gap,
/// anywhere where a word is too long.
std::size_t last_break(std::span<const std::string> units, std::size_t begin, std::size_t end)
{
    if (units[end] == " ")
        return end;
    for (std::size_t at = end; at > begin + 1; --at)
        if (units[at - 1] == " " || units[at - 1] == kEllipsis)
            return at;
    return end;
}

} // namespace

std::string joined(std::span<const std::string> units)
{
    return std::accumulate(units.begin(), units.end(), std::string());
}

NameLines NameFitter::whole(const std::string& name) const
{
    if (is_line(name))
        return {name};
    const NameLines at_blanks = narrowest_lines(name, room_);
    if (at_blanks.size() <= room_.lines
        && std::ranges::all_of(at_blanks, [&](const auto& line) { return is_line(line); }))
        return at_blanks;
    return wrapped(canvas::text_units(name));
}

NameLines NameFitter::cut(const std::string& name, double head, const std::string& ending) const
{
    const Units units = canvas::text_units(name);
    const auto with = [&](std::size_t kept) {
        Units some = with_gap(units, kept, head);
        if (!ending.empty())
            some.push_back(ending);
        return wrapped(some);
    };
    std::size_t fits = 0, too_many = units.size();
    while (too_many - fits > 1) {
        const std::size_t middle = (fits + too_many) / 2;
        (with(middle).empty() ? too_many : fits) = middle;
    }
    const NameLines lines = with(fits);
    return lines.empty() ? NameLines{kEllipsis + ending} : lines;
}

NameLines NameFitter::cut_between_lines(const std::string& name) const
{
    const Units units = canvas::text_units(name);
    const auto kept = [&](auto begin, auto end, double room) {
        while (begin != end && width(*begin) <= room)
            room -= width(*begin++);
        return begin;
    };
    const auto first = kept(units.begin(), units.end(), room_.width - width(kEllipsis));
    const auto last = kept(units.rbegin(), units.rend(), room_.width).base();
    return {
        trimmed(joined({units.begin(), first})) + kEllipsis, trimmed(joined({last, units.end()}))};
}

bool NameFitter::is_line(const std::string& text) const
{
    return room_.metrics.size(text, {.size = room_.size}).x <= room_.width;
}

double NameFitter::width(const std::string& unit) const
{
    const auto [at, is_new] = widths_.try_emplace(unit, 0);
    if (is_new)
        at->second = room_.metrics.size(unit, {.size = room_.size}).x;
    return at->second;
}

/// Lines as full as possible; nothing where they are too many or too long.
NameLines NameFitter::wrapped(std::span<const std::string> units) const
{
    NameLines lines;
    for (std::size_t begin = 0; begin < units.size();) {
        double used = 0;
        std::size_t end = begin;
        while (end < units.size() && used + width(units[end]) <= room_.width)
            used += width(units[end++]);
        if (end == begin || lines.size() == room_.lines)
            return {};
        const std::size_t line_end = end < units.size() ? last_break(units, begin, end) : end;
        lines.push_back(trimmed(joined(units.subspan(begin, line_end - begin))));
        begin = line_end;
        while (begin < units.size() && units[begin] == " ")
            ++begin;
    }
    // Letters that join or stand closer together make lines shorter, rarely longer.
    const bool fits
        = std::ranges::all_of(lines, [&](const std::string& line) { return is_line(line); });
    return fits ? lines : NameLines{};
}

} // namespace thalweg::panel
