#pragma once

#include "core/kinds.hpp"
#include "core/units.hpp"
#include "film/page.hpp"
#include "film/quality.hpp"

#include <optional>
#include <span>
#include <string>

namespace thalweg {
namespace film {
}
using namespace film;
} // namespace thalweg
namespace thalweg::film {

enum class OutputKind { mp4, gif, y4m, png, png_sequence, svg, pdf, csv, basins };

/// One file that a scene asks for, resolved. What a kind does not use keeps its default.
struct OutputSpec {
    OutputKind kind = OutputKind::mp4;
    std::string file{}; ///< below the output folder; "-" is standard output (y4m only)
    Location where{}; ///< of the entry in the scene
    int width_px = 1920, height_px = 1080;
    int fps = 60;
    Quality quality = Quality::standard;
    PageSize page{};
    When at{}; ///< that a picture or a page shows
    std::string run{}; ///< that a map of basins is of, as the scene names it; empty: the only one
    std::size_t run_index = 0; ///< the same, looked up
};

/// Films hold every frame, pages are vectors, pictures are one frame as pixels.
bool is_film(OutputKind kind);
bool is_page(OutputKind kind);

/// Every kind of output, in the order that listings show. The factories read all options of a
/// scene's entry.
std::span<const Kind<OutputSpec>> output_kinds();

/// A map of basins is written as numbers where its file is a CSV, else as pixels.
bool is_table(const OutputSpec& output);

/// The kind that a file's name asks for: by its extension; `name-%04d.png` is a sequence; "-" is
/// y4m. Null: none.
const Kind<OutputSpec>* output_kind_of(std::string_view file);

/// What an entry of `outputs` asks for: a file name, or a mapping with `file` and its kind's
/// options. `kind` names the kind where the file's name does not.
///
/// Returns  nothing after adding a located problem
std::optional<OutputSpec> read_output(const Node& node, Problems& problems);

} // namespace thalweg::film
