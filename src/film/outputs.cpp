#include "film/outputs.hpp"

#include "film/frame_name.hpp"
#include "film/gif.hpp"
#include "film/limits.hpp"
#include "film/pages.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace thalweg {

namespace {

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

/// A side in whole pixels; nothing where it is written in another unit or is out of range.
std::optional<int> pixels(const Length& length)
{
    const bool is_pixels = length.unit == Unit::none || length.unit == Unit::px;
    if (!is_pixels || length.value != std::floor(length.value) || length.value > kMaxSide)
        return std::nullopt;
    return static_cast<int>(length.value);
}

enum class Parity { any, even };

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
    const auto moment = node->type == Node::Type::scalar ? parse_moment(node->text) : std::nullopt;
    if (moment)
        spec.at = *moment;
    else
        options.refuse(
            "at", "at must be start, end, a time such as 3.2s, or a step such as \"step 120\"");
}

int read_fps(Options& options)
{
    return options.integer("fps", 60, {.min = 1, .max = kMaxFps}, "frames a second");
}

OutputSpec make_mp4(Options& options)
{
    OutputSpec spec{.kind = OutputKind::mp4};
    read_file_name(options, spec);
    read_pixel_size(options, spec, Parity::even);
    spec.fps = read_fps(options);
    spec.quality = options.choice("quality", Quality::standard,
        {{"draft", Quality::draft}, {"standard", Quality::standard}, {"high", Quality::high}},
        "how much care the encoder takes");
    return spec;
}

OutputSpec make_gif(Options& options)
{
    OutputSpec spec{.kind = OutputKind::gif, .width_px = 640, .height_px = 360};
    read_file_name(options, spec);
    read_pixel_size(options, spec, Parity::any);
    spec.fps = options.integer("fps", 25, {.min = 1, .max = 50},
        "frames a second: 50, 25, 20, 10, 5, 4, 2 or 1, which GIF can tell exactly");
    if (!is_gif_rate(spec.fps))
        options.refuse("fps",
            fmt::format("fps of a GIF must be 50, 25, 20, 10, 5, 4, 2 or 1, not {}: its delays are "
                        "whole hundredths of a second",
                spec.fps));
    return spec;
}

OutputSpec make_y4m(Options& options)
{
    OutputSpec spec{.kind = OutputKind::y4m};
    read_file_name(options, spec);
    read_pixel_size(options, spec, Parity::even);
    spec.fps = read_fps(options);
    return spec;
}

OutputSpec make_png(Options& options)
{
    OutputSpec spec{.kind = OutputKind::png};
    read_file_name(options, spec);
    read_pixel_size(options, spec, Parity::any);
    read_moment(options, spec);
    return spec;
}

OutputSpec make_png_sequence(Options& options)
{
    OutputSpec spec{.kind = OutputKind::png_sequence};
    read_file_name(options, spec);
    read_pixel_size(options, spec, Parity::any);
    spec.fps = read_fps(options);
    return spec;
}

template <OutputKind kind>
OutputSpec make_page(Options& options)
{
    OutputSpec spec{.kind = kind};
    read_file_name(options, spec);
    read_page_size(options, spec);
    read_page(options, spec);
    read_moment(options, spec);
    return spec;
}

OutputSpec make_csv(Options& options)
{
    OutputSpec spec{.kind = OutputKind::csv};
    read_file_name(options, spec);
    return spec;
}

constexpr std::array<Kind<OutputSpec>, 8> kKinds{{
    {"mp4", "a film in H.264, for lessons and the web", make_mp4},
    {"gif", "a film that loops, for pages that show pictures only", make_gif},
    {"y4m", "a film without compression, for other encoders; \"-\" is standard output", make_y4m},
    {"png", "one frame as pixels", make_png},
    {"png-sequence", "every frame as a PNG, named like name-%04d.png", make_png_sequence},
    {"svg", "one moment as vectors, for the web", make_page<OutputKind::svg>},
    {"pdf", "one moment as vectors, for print", make_page<OutputKind::pdf>},
    {"csv", "every step of every run as numbers", make_csv},
}};

std::string_view kind_name(std::string_view file)
{
    if (file == "-")
        return "y4m";
    const std::size_t dot = file.rfind('.');
    const std::string_view extension = dot == file.npos ? "" : file.substr(dot + 1);
    if (extension == "png" && file.find('%') != file.npos)
        return "png-sequence";
    return extension;
}

/// The name of the file that an entry asks for; null after adding a problem.
const Node* file_of(const Node& node, Problems& problems)
{
    const Node* file = node.type == Node::Type::mapping ? node.find("file") : &node;
    if (file && file->type == Node::Type::scalar && !file->text.empty())
        return file;
    problems.add(node.where, "an output must be a file name or a mapping with \"file\"");
    return nullptr;
}

} // namespace

bool is_film(OutputKind kind)
{
    return kind == OutputKind::mp4 || kind == OutputKind::gif || kind == OutputKind::y4m
        || kind == OutputKind::png_sequence;
}

bool is_page(OutputKind kind)
{
    return kind == OutputKind::svg || kind == OutputKind::pdf;
}

std::span<const Kind<OutputSpec>> output_kinds()
{
    return kKinds;
}

const Kind<OutputSpec>* output_kind_of(std::string_view file)
{
    return find_kind(output_kinds(), kind_name(file));
}

std::optional<OutputSpec> read_output(const Node& node, Problems& problems)
{
    const Node* file = file_of(node, problems);
    if (!file)
        return std::nullopt;
    const Kind<OutputSpec>* kind = output_kind_of(file->text);
    if (!kind) {
        problems.add(file->where,
            fmt::format("unknown kind of output \"{}\"{}; known extensions are mp4, gif, y4m, png, "
                        "svg, pdf and csv",
                file->text, did_you_mean(kind_name(file->text), names(output_kinds()))));
        return std::nullopt;
    }
    Node mapping{.type = Node::Type::mapping, .where = node.where};
    mapping.entries.push_back({"file", file->where, *file});
    Options options(node.type == Node::Type::mapping ? node : mapping, problems);
    OutputSpec spec = kind->make(options);
    spec.where = file->where;
    if (spec.kind == OutputKind::png_sequence
        && !is_frame_pattern(std::filesystem::path(spec.file).filename().string()))
        options.refuse("file",
            fmt::format("file must hold one frame number, as %d or %04d, not \"{}\"", spec.file));
    options.finish();
    return spec;
}

} // namespace thalweg
