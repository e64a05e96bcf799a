#include "output/file_name.hpp"

#include "film/frame_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace thalweg::output {

namespace {

using Path = std::filesystem::path;

/// What file systems take, less the digits of a frame's number.
constexpr std::size_t kLongestPart = 255, kLongestName = 2048, kFrameDigits = 7;

bool is_part_too_long(const std::string& part)
{
    const std::size_t more = film::is_frame_pattern(part) ? kFrameDigits : 0;
    return part.size() + more > kLongestPart;
}

/// Whether `shorter` is `longer` or a folder above it.
bool contains(const Path& shorter, const Path& longer)
{
    return std::mismatch(shorter.begin(), shorter.end(), longer.begin(), longer.end()).first
        == shorter.end();
}

/// A pattern's or a numbered file's name without its number; a plain name where it has none.
struct Numbered {
    std::string before, after;
    bool is_pattern = false;
};

Numbered split(const std::string& name)
{
    if (!film::is_frame_pattern(name))
        return {.before = name};
    const std::size_t percent = name.find('%');
    return {name.substr(0, percent), name.substr(name.find('d', percent) + 1), true};
}

bool is_number(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_frame_of(const Numbered& pattern, const std::string& name)
{
    const auto [before, after, unused] = pattern;
    return name.size() > before.size() + after.size() && name.starts_with(before)
        && name.ends_with(after)
        && is_number(std::string_view(name).substr(
            before.size(), name.size() - before.size() - after.size()));
}

/// Two patterns may give one name where only digits tell them apart.
bool patterns_clash(const Numbered& a, const Numbered& b)
{
    const std::string& longer = a.before.size() > b.before.size() ? a.before : b.before;
    const std::string& shorter = a.before.size() > b.before.size() ? b.before : a.before;
    return a.after == b.after && longer.starts_with(shorter)
        && (longer == shorter || is_number(std::string_view(longer).substr(shorter.size())));
}

bool frames_clash(const std::string& a, const std::string& b)
{
    const Numbered first = split(a), second = split(b);
    if (first.is_pattern && second.is_pattern)
        return patterns_clash(first, second);
    return (first.is_pattern && is_frame_of(first, b))
        || (second.is_pattern && is_frame_of(second, a));
}

} // namespace

std::string file_name_fault(const std::string& name)
{
    const Path path(name);
    if (path.is_absolute() || std::ranges::find(path, Path("..")) != path.end())
        return "must stay below the output folder";
    if (path.lexically_normal().filename().empty() || path.lexically_normal() == ".")
        return "must name a file, not a folder";
    if (name.find_first_of("\n\t") != std::string::npos)
        return "must be one line, without tabs";
    if (name.size() > kLongestName
        || std::ranges::any_of(path, is_part_too_long, [](const Path& p) { return p.string(); }))
        return fmt::format(
            "must have at most {} bytes between slashes and {} in all", kLongestPart, kLongestName);
    return "";
}

bool names_clash(const std::string& a, const std::string& b)
{
    const Path first = Path(a).lexically_normal(), second = Path(b).lexically_normal();
    if (contains(first, second) || contains(second, first))
        return true;
    return first.parent_path() == second.parent_path()
        && frames_clash(first.filename().string(), second.filename().string());
}

} // namespace thalweg::output
