#include "film/outputs.hpp"

#include "film/frame_name.hpp"
#include "film/gif.hpp"
#include "film/limits.hpp"
#include "film/output_options.hpp"

#include <array>
#include <filesystem>

#include <fmt/format.h>

namespace thalweg::film {

namespace {

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

OutputSpec make_basins(Options& options)
{
    OutputSpec spec{.kind = OutputKind::basins, .width_px = 960, .height_px = 540};
    read_file_name(options, spec);
    read_pixel_size(options, spec, Parity::any);
    spec.run = options.text(
        "run", "", "the run whose optimizer is mapped; may be left out where there is only one");
    if (!options.is_recording() && !spec.file.ends_with(".png") && !is_table(spec))
        options.refuse("file",
            fmt::format("file of a map of basins must end in .png or .csv, not \"{}\"", spec.file));
    return spec;
}

constexpr std::array<Kind<OutputSpec>, 9> kKinds{{
    {"mp4", "a film in H.264, for lessons and the web", make_mp4},
    {"gif", "a film that loops, for pages that show pictures only", make_gif},
    {"y4m", "a film without compression, for other encoders; \"-\" is standard output", make_y4m},
    {"png", "one frame as pixels", make_png},
    {"png-sequence", "every frame as a PNG, named like name-%04d.png", make_png_sequence},
    {"svg", "one moment as vectors, for the web", make_page<OutputKind::svg>},
    {"pdf", "one moment as vectors, for print", make_page<OutputKind::pdf>},
    {"csv", "every step of every run as numbers", make_csv},
    {"basins", "where a descent from each pixel ends, as .png or .csv; by \"kind: basins\"",
        make_basins},
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

/// The kind that an entry names, or else its file; null after adding a problem.
const Kind<OutputSpec>* kind_of_entry(const Node& node, const Node& file, Problems& problems)
{
    if (node.type == Node::Type::mapping && node.find("kind"))
        return kind_of(node, "output", output_kinds(), problems);
    const Kind<OutputSpec>* kind = output_kind_of(file.text);
    if (!kind)
        problems.add(file.where,
            fmt::format("unknown kind of output \"{}\"{}; known extensions are mp4, gif, y4m, png, "
                        "svg, pdf and csv",
                file.text, did_you_mean(kind_name(file.text), names(output_kinds()))));
    return kind;
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

bool is_table(const OutputSpec& output)
{
    return output.kind == OutputKind::csv
        || (output.kind == OutputKind::basins && output.file.ends_with(".csv"));
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
    const Kind<OutputSpec>* kind = kind_of_entry(node, *file, problems);
    if (!kind)
        return std::nullopt;
    Node mapping{.type = Node::Type::mapping, .where = node.where};
    mapping.entries.push_back({"file", file->where, *file});
    Options options(node.type == Node::Type::mapping ? node : mapping, problems, {"kind"});
    OutputSpec spec = kind->make(options);
    spec.where = file->where;
    if (spec.kind == OutputKind::png_sequence
        && !is_frame_pattern(std::filesystem::path(spec.file).filename().string()))
        options.refuse("file",
            fmt::format("file must hold one frame number, as %d or %04d, not \"{}\"", spec.file));
    options.finish();
    return spec;
}

} // namespace thalweg::film
