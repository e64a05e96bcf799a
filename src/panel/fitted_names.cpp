#include "panel/fitted_names.hpp"

#include "panel/name_fitter.hpp"
#include "panel/wording.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

namespace thalweg::panel {

namespace {

/// The parts of a name before its gap, as fractions of what is kept, in the order in which they are
/// tried: names may differ at their ends, at their beginnings, or in the middle.
constexpr std::array kHeads{0.55, 0.3, 0.8, 0.0, 1.0};

std::string without_blanks(std::string text)
{
    std::erase(text, ' ');
    return text;
}

/// Can these lines be read as a name: do its beginning and its end stand around the gap?
bool can_be(const NameLines& lines, const std::string& name)
{
    const std::string text = without_blanks(joined(lines)), whole = without_blanks(name);
    const std::size_t gap = text.find(kEllipsis);
    if (gap == text.npos)
        return text == whole;
    return whole.starts_with(text.substr(0, gap))
        && whole.ends_with(text.substr(gap + std::string_view(kEllipsis).size()));
}

/// Can some names be read as no other of all?
bool differ(std::span<const std::string> names, const std::vector<NameLines>& all,
    std::span<const std::size_t> some)
{
    return std::ranges::all_of(some, [&](std::size_t i) {
        return std::ranges::count_if(names, [&](const std::string& name) {
            return can_be(all[i], name);
        }) <= 1;
    });
}

/// Cuts names that look alike at other places, and numbers them where that does not help.
void tell_apart(std::span<const std::string> names, std::span<const std::size_t> alike,
    const NameFitter& fitter, std::vector<NameLines>& all)
{
    for (const double head : kHeads) {
        for (const std::size_t i : alike)
            all[i] = fitter.cut(names[i], head);
        if (differ(names, all, alike))
            return;
    }
    int number = 0;
    for (const std::size_t i : alike)
        do
            all[i] = fitter.cut(names[i], 1, fmt::format(" {}", ++number));
        while (std::ranges::count(all, all[i]) > 1);
}

std::vector<NameLines> fitted_distinct(std::span<const std::string> names, const NameRoom& room)
{
    const NameFitter fitter(room);
    std::vector<NameLines> all;
    std::vector<std::size_t> cut;
    for (std::size_t i = 0; i < names.size(); ++i) {
        all.push_back(fitter.whole(names[i]));
        if (!all.back().empty())
            continue;
        if (room.lines == 2)
            all.back() = fitter.cut_between_lines(names[i]);
        if (std::ranges::find(all.back(), "") != all.back().end() || all.back().empty())
            all.back() = fitter.cut(names[i], kHeads.front());
        cut.push_back(i);
    }
    for (const std::size_t i : cut) {
        std::vector<std::size_t> alike;
        std::ranges::copy_if(cut, std::back_inserter(alike),
            [&](std::size_t j) { return can_be(all[i], names[j]) || can_be(all[j], names[i]); });
        if (!differ(names, all, alike))
            tell_apart(names, alike, fitter, all);
    }
    return all;
}

} // namespace

NameLines narrowest_lines(const std::string& name, const NameRoom& room)
{
    const auto width
        = [&](const std::string& text) { return room.metrics.size(text, {.size = room.size}).x; };
    const std::vector<std::string> words = words_of(name);
    NameLines best{name};
    double narrowest = width(name);
    for (std::size_t cut = 1; cut < words.size(); ++cut) {
        NameLines lines(2);
        for (std::size_t i = 0; i < words.size(); ++i)
            lines[i < cut ? 0 : 1] += (i == 0 || i == cut ? "" : " ") + words[i];
        const double widest = std::max(width(lines[0]), width(lines[1]));
        if (widest < narrowest) {
            narrowest = widest;
            best = lines;
        }
    }
    return best;
}

std::vector<NameLines> fitted_names(std::span<const std::string> names, const NameRoom& room)
{
    std::vector<std::string> distinct(names.begin(), names.end());
    std::ranges::sort(distinct);
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    const std::vector<NameLines> all = fitted_distinct(distinct, room);
    std::vector<NameLines> result;
    for (const std::string& name : names)
        result.push_back(all[static_cast<std::size_t>(
            std::ranges::lower_bound(distinct, name) - distinct.begin())]);
    return result;
}

} // namespace thalweg::panel
