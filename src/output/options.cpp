#include "output/options.hpp"

#include "film/limits.hpp"
#include "output/file_name.hpp"
#include "output/pages.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include <fmt/format.h>

namespace thalweg::output {

namespace {

struct NamedSize {
    std::string_view name;
    PixelSize size;
};
constexpr std::array<NamedSize, 4> kSizes{{{"hd", {1920, 1080}}, {"4k", {3840, 2160}},
    {"square", {1080, 1080}}, {"vertical", {1080, 1920}}}};

constexpr double kThinnestLine = 0.65; ///< of a picture: its plain contours, in line units

/// A side in whole pixels; nothing where it is written in another unit or is out of range.
std::optional<int> pixels(const Length& length)
{
    const bool is_pixels = length.unit == Unit::none || length.unit == Unit::px;
    if (!is_pixels || length.value != std::floor(length.value) || length.value > film::kMaxSide)
        return std::nullopt;
    return static_cast<int>(length.value);
}

std::optional<PixelSize> parse_pixel_size(const Node& node)
{
    if (node.type != Node::Type::scalar)
        return std::nullopt;
    for (const NamedSize& known : kSizes)
        if (known.name == node.text)
            return known.size;
    const auto extent = parse_extent(node.text);
    const auto width = extent ? pixels(extent->width) : std::nullopt;
    const auto height = extent && extent->height ? pixels(*extent->height) : std::nullopt;
    if (!width || !height)
        return std::nullopt;
    return PixelSize{*width, *height};
}

std::optional<PageSize> read_size_in_points(Options& options)
{
    const Node* node = options.any("size", "width, or width x height, in pt, mm, cm or in",
        "960x540", "of the page; bare numbers are points; without a height it takes what it needs");
    if (!node)
        return std::nullopt;
    const auto extent = node->type == Node::Type::scalar ? parse_extent(node->text) : std::nullopt;
    if (!extent) {
        options.refuse(
            "size", "size must be a width or a width and a height, such as 88mm or 3.5in x 2in");
        return std::nullopt;
    }
    const double width = extent->width.points();
    const double height = extent->height ? extent->height->points() : 0;
    const double shorter = extent->height ? std::min(width, height) : width;
    if (std::max(width, height) > film::kMaxPageSide_pt || shorter < film::kMinPageSide_pt) {
        options.refuse("size",
            fmt::format("size must be {} to {} points a side, not {:.6g} x {:.6g}",
                film::kMinPageSide_pt, film::kMaxPageSide_pt, width, height));
        return std::nullopt;
    }
    return PageSize{.width_pt = width, .height_pt = height};
}

/// The option `at`; nothing where it is absent or wrong.
std::optional<When> read_moment(
    Options& options, std::string_view fallback, std::string_view meaning)
{
    const Node* node = options.any("at", "start, end, seconds, or a step", fallback, meaning);
    if (!node)
        return std::nullopt;
    const auto when = node->type == Node::Type::scalar ? parse_when(node->text) : std::nullopt;
    if (!when)
        options.refuse(
            "at", "at must be start, end, a time such as 3.2s, or a step such as \"step 120\"");
    return when;
}

} // namespace

canvas::Format format_of(const PageSize& page)
{
    canvas::Format format = canvas::page_format(page.width_pt, page.height_pt);
    canvas::TypeScale& type = format.type;
    for (double* size : {&type.title, &type.name, &type.label, &type.small, &type.least})
        *size = page.type_pt.clamp(*size * format.scale) / format.scale;
    format.line = std::max(format.line, page.least_line_pt / (kThinnestLine * format.scale));
    format.most_height = page.most_height_pt / format.scale;
    format.has_title &= page.has_title;
    return format;
}

FileName read_file_name(Options& options)
{
    FileName file{.name = options.text("file", "",
                      "its name below the output folder; the extension says what kind it is")};
    const std::string fault = options.is_recording() ? "" : file_name_fault(file.name);
    if (!fault.empty())
        options.refuse("file", fmt::format("file {}, not \"{}\"", fault, file.name));
    file.where = options.where_of("file");
    file.size_where = options.has("page") ? options.where_of("page")
        : options.has("size")             ? options.where_of("size")
                                          : file.where;
    return file;
}

PixelSize read_pixel_size(Options& options, PixelSize fallback, Parity parity)
{
    const std::string usual = fmt::format("{}x{}", fallback.width, fallback.height);
    const Node* node = options.any("size", "width x height in pixels, or hd, 4k, square, vertical",
        usual, parity == Parity::even ? "of a frame; both sides even" : "of the picture");
    if (!node)
        return fallback;
    const std::optional<PixelSize> size = parse_pixel_size(*node);
    if (!size) {
        options.refuse("size",
            fmt::format("size must be hd, 4k, square, vertical, or a width and a height in pixels, "
                        "1 to {} a side, such as {}",
                film::kMaxSide, usual));
        return fallback;
    }
    if (std::int64_t{size->width} * size->height > film::kMaxPixels)
        options.refuse("size",
            fmt::format("size must have at most {} pixels in all, as 16384x8192 has, not {}x{}",
                film::kMaxPixels, size->width, size->height));
    if (parity == Parity::even && (size->width % 2 != 0 || size->height % 2 != 0))
        options.refuse("size",
            fmt::format("size must have even sides here, such as {}x{}, not {}x{}",
                size->width + size->width % 2, size->height + size->height % 2, size->width,
                size->height));
    return *size;
}

PageSize read_page_size(Options& options)
{
    const std::optional<PageSize> size = read_size_in_points(options);
    const Node* page = options.any("page", "a page", "", "its size by name, such as ieee-column");
    if (!page)
        return size.value_or(PageSize{});
    if (options.has("size"))
        options.refuse("page", "give either \"size\" or \"page\", not both");
    return make_kind(*page, "page", page_kinds(), options.problems()).value_or(PageSize{});
}

int read_fps(Options& options, int fallback)
{
    return options.integer("fps", fallback, {.min = 1, .max = film::kMaxFps}, "frames a second");
}

Background read_background(Options& options)
{
    return options.choice("background", Background::page,
        {{"page", Background::page}, {"transparent", Background::transparent}},
        "behind the picture: the page's colour, or nothing; maps keep their ground");
}

When read_when(Options& options)
{
    return read_moment(options, "end", "the moment it shows: 3.2s, or step 120").value_or(When{});
}

std::optional<When> read_optional_when(Options& options)
{
    return read_moment(
        options, "", "the moment it shows, as a picture: 3.2s, or step 120; without it, a video");
}

} // namespace thalweg::output
