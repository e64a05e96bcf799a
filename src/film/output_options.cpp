#include "film/output_options.hpp"

#include "film/limits.hpp"
#include "film/pages.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include <fmt/format.h>

namespace thalweg::film {

namespace {

/// A side in whole pixels; nothing where it is written in another unit or is out of range.
std::optional<int> pixels(const Length& length)
{
    const bool is_pixels = length.unit == Unit::none || length.unit == Unit::px;
    if (!is_pixels || length.value != std::floor(length.value) || length.value > kMaxSide)
        return std::nullopt;
    return static_cast<int>(length.value);
}

} // namespace

void read_file_name(Options& options, OutputSpec& spec)
{
    spec.file = options.text(
        "file", "", "its name below the output folder; the extension says what kind it is");
    const std::filesystem::path path(spec.file);
    const bool climbs = std::ranges::find(path, std::filesystem::path("..")) != path.end();
    if (path.is_absolute() || climbs)
        options.refuse(
            "file", fmt::format("file must stay below the output folder, not \"{}\"", spec.file));
}

void read_pixel_size(Options& options, OutputSpec& spec, Parity parity)
{
    const std::string fallback = fmt::format("{}x{}", spec.width_px, spec.height_px);
    const Node* node = options.any("size", "width x height in pixels", fallback,
        parity == Parity::even ? "of a frame; both sides even" : "of the picture");
    if (!node)
        return;
    const auto extent = node->type == Node::Type::scalar ? parse_extent(node->text) : std::nullopt;
    const auto width = extent ? pixels(extent->width) : std::nullopt;
    const auto height = extent && extent->height ? pixels(*extent->height) : std::nullopt;
    if (!width || !height) {
        options.refuse("size",
            fmt::format("size must be a width and a height in pixels, 1 to {} a side, such as {}",
                kMaxSide, fallback));
        return;
    }
    if (parity == Parity::even && (*width % 2 != 0 || *height % 2 != 0))
        options.refuse("size",
            fmt::format("size must have even sides here, such as {}x{}, not {}x{}",
                *width + *width % 2, *height + *height % 2, *width, *height));
    spec.width_px = *width;
    spec.height_px = *height;
}

void read_page_size(Options& options, OutputSpec& spec)
{
    const Node* node = options.any("size", "width, or width x height, in pt, mm, cm or in",
        "960x540", "of the page; bare numbers are points; without a height it is 16:9");
    if (!node)
        return;
    const auto extent = node->type == Node::Type::scalar ? parse_extent(node->text) : std::nullopt;
    if (!extent) {
        options.refuse(
            "size", "size must be a width or a width and a height, such as 88mm or 3.5in x 2in");
        return;
    }
    const double width = extent->width.points();
    const double height = extent->height ? extent->height->points() : width * 9 / 16;
    if (std::max(width, height) > kMaxPageSide_pt || std::min(width, height) < kMinPageSide_pt)
        options.refuse("size",
            fmt::format("size must be {} to {} points a side, not {:.6g} x {:.6g}", kMinPageSide_pt,
                kMaxPageSide_pt, width, height));
    spec.page = {.width_pt = width, .height_pt = height};
}

/// A page by its name, in the place of a size.
void read_page(Options& options, OutputSpec& spec)
{
    const Node* node = options.any("page", "a page", "", "its size by name, such as ieee-column");
    if (!node)
        return;
    if (options.any("size", "", "", ""))
        options.refuse("page", "give either \"size\" or \"page\", not both");
    spec.page = make_kind(*node, "page", page_kinds(), options.problems()).value_or(spec.page);
}

void read_moment(Options& options, OutputSpec& spec)
{
    const Node* node = options.any(
        "at", "start, end, seconds, or a step", "end", "the moment it shows: 3.2s, or step 120");
    if (!node)
        return;
    const auto moment = node->type == Node::Type::scalar ? parse_when(node->text) : std::nullopt;
    if (moment)
        spec.at = *moment;
    else
        options.refuse(
            "at", "at must be start, end, a time such as 3.2s, or a step such as \"step 120\"");
}

} // namespace thalweg::film
