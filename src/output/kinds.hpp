#pragma once

#include "core/kinds.hpp"
#include "output/output.hpp"

namespace thalweg::output {

/// What factories of outputs must know of the rest of the scene.
struct ReadContext {
    std::span<const experiment::ExperimentPlan> experiments{};
};

using OutputKind = Kind<OutputPtr, ReadContext>;

/// Every kind of output, in the order that listings show.
std::span<const OutputKind> output_kinds();

/// What an entry of `outputs` asks for: a file name, or a mapping with `file` and its kind's
/// options. `kind` names the kind where the file's name does not.
///
/// Returns  nothing after adding a located problem
std::optional<OutputPtr> read_output(
    const Node& node, const ReadContext& context, Problems& problems);

/// The output of a file name alone, such as "lesson.mp4", all options at their defaults.
OutputPtr default_output(const std::string& file);

// The factories, each in the file of its kind.
OutputPtr make_mp4(Options& options, const ReadContext& context);
OutputPtr make_webm(Options& options, const ReadContext& context);
OutputPtr make_mov(Options& options, const ReadContext& context);
OutputPtr make_mkv(Options& options, const ReadContext& context);
OutputPtr make_gif(Options& options, const ReadContext& context);
OutputPtr make_webp(Options& options, const ReadContext& context);
OutputPtr make_apng(Options& options, const ReadContext& context);
OutputPtr make_y4m(Options& options, const ReadContext& context);
OutputPtr make_png(Options& options, const ReadContext& context);
OutputPtr make_png_sequence(Options& options, const ReadContext& context);
OutputPtr make_jpeg(Options& options, const ReadContext& context);
OutputPtr make_svg(Options& options, const ReadContext& context);
OutputPtr make_pdf(Options& options, const ReadContext& context);
OutputPtr make_csv(Options& options, const ReadContext& context);
OutputPtr make_basins(Options& options, const ReadContext& context);

} // namespace thalweg::output
