#include "output/kinds.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace thalweg::output {

namespace {

constexpr std::array<OutputKind, 15> kKinds{{
    {"mp4", "a video in H.264, for lessons and the web", make_mp4},
    {"webm", "a video in VP9, for the web, with transparency on request", make_webm},
    {"mov", "a video in ProRes 4444, for editors, with transparency on request", make_mov},
    {"mkv", "a video without loss in FFV1, for archives, with transparency on request", make_mkv},
    {"gif", "a video that loops, for pages that show pictures only", make_gif},
    {"webp", "a video that loops, every bit kept, or one frame; with transparency on request",
        make_webp},
    {"apng", "a video that loops, every bit kept, as PNG; with transparency on request", make_apng},
    {"y4m", "a video without compression, for other encoders; \"-\" is standard output", make_y4m},
    {"png", "one frame as pixels", make_png},
    {"png-sequence", "every frame as a PNG, named like name-%04d.png", make_png_sequence},
    {"jpeg", "one frame as pixels, named .jpg or .jpeg, for what takes no PNG", make_jpeg},
    {"svg", "one moment as vectors, for the web", make_svg},
    {"pdf", "one moment as vectors, for print", make_pdf},
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
    return extension == "jpg" ? "jpeg" : extension;
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
const OutputKind* kind_of_entry(const Node& node, const Node& file, Problems& problems)
{
    if (node.type == Node::Type::mapping && node.find("kind"))
        return kind_of(node, "output", output_kinds(), problems);
    const OutputKind* kind = find_kind(output_kinds(), kind_name(file.text));
    if (!kind)
        problems.add(file.where,
            fmt::format(
                "unknown kind of output \"{}\"{}; known extensions are mp4, webm, mov, mkv, "
                "gif, webp, apng, y4m, png, jpg, svg, pdf and csv",
                file.text, did_you_mean(kind_name(file.text), names(output_kinds()))));
    return kind;
}

bool takes_background(const OutputKind& kind, const ReadContext& context)
{
    return std::ranges::count(describe(kind, context), "background", &OptionInfo::key) > 0;
}

/// Says which kinds carry transparency, in place of "unknown key".
void refuse_background(Options& options, const OutputKind& kind, const ReadContext& context)
{
    if (!options.has("background") || takes_background(kind, context))
        return;
    std::string carriers;
    for (const OutputKind& other : kKinds)
        if (takes_background(other, context))
            carriers += (carriers.empty() ? "" : ", ") + std::string(other.name);
    options.refuse("background",
        fmt::format("{} has no background to choose; these have: {}", kind.name, carriers));
    options.any("background", "", "", ""); // has been dealt with
}

} // namespace

std::span<const OutputKind> output_kinds()
{
    return kKinds;
}

std::optional<OutputPtr> read_output(
    const Node& node, const ReadContext& context, Problems& problems)
{
    const Node* file = file_of(node, problems);
    if (!file)
        return std::nullopt;
    const OutputKind* kind = kind_of_entry(node, *file, problems);
    if (!kind)
        return std::nullopt;
    Node mapping{.type = Node::Type::mapping, .where = node.where};
    mapping.entries.push_back({"file", file->where, *file});
    Options options(node.type == Node::Type::mapping ? node : mapping, problems, {"kind"});
    OutputPtr output = kind->make(options, context);
    refuse_background(options, *kind, context);
    options.finish();
    if (file->text == "-" && kind->name != "y4m")
        problems.add(file->where, "only a y4m can go to standard output, which \"-\" is");
    return output;
}

OutputPtr default_output(const std::string& file)
{
    Problems none;
    Node name;
    name.type = Node::Type::scalar;
    name.text = file;
    return *read_output(name, {}, none);
}

} // namespace thalweg::output
