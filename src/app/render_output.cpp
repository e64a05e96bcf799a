#include "app/render_output.hpp"

#include "app/basins_output.hpp"
#include "app/trace_text.hpp"
#include "core/atomic_file.hpp"
#include "core/error.hpp"
#include "film/gif.hpp"
#include "film/limits.hpp"
#include "film/mp4.hpp"
#include "film/page.hpp"
#include "film/png.hpp"
#include "film/stage_source.hpp"
#include "film/y4m.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace thalweg::app {

namespace {

FilmSpec film_of(
    const ExperimentPtr& experiment, const OutputSpec& output, double first_s, int jobs)
{
    const StagePtr stage = pixel_stage(experiment, output.width_px, output.height_px, jobs);
    const Theme theme = or_else(experiment->plan.theme, Theme::dark);
    return {.width = output.width_px,
        .height = output.height_px,
        .fps = output.fps,
        .frames = frame_count(*experiment, output),
        .source
        = stage_frames(stage, theme, output.width_px, output.height_px, output.fps, first_s)};
}

PageMeta meta_of(const Plan& plan)
{
    std::string runs;
    for (const RunPlan& run : plan.runs)
        runs += (runs.empty() ? "" : ", ") + run.name;
    return {.title = plan.title.empty() ? plan.name : plan.title,
        .description = fmt::format(
            "Contour map of {} with the paths of {}", plan.surface->facts().formula, runs)};
}

DrawPage page_of(const ExperimentPtr& experiment, const OutputSpec& output, int jobs)
{
    return stage_page(page_stage(experiment, output.page, jobs),
        or_else(experiment->plan.theme, Theme::light), time_of(*experiment, output.at));
}

void write_csv_file(const Experiment& experiment, const std::filesystem::path& target)
{
    std::vector<TracedRun> runs;
    for (std::size_t i = 0; i < experiment.trajectories.size(); ++i)
        runs.push_back({experiment.plan.runs[i].name, experiment.trajectories[i]});
    AtomicFile file(target);
    write_trace(runs, TraceFormat::csv, 1, [&](std::string_view text) { file.write(text); });
    file.commit();
}

} // namespace

int frame_count(const Experiment& experiment, const OutputSpec& output)
{
    if (!is_film(output.kind))
        return is_table(output) ? 0 : 1;
    const double frames = std::max(1.0, std::round(experiment.duration_s * output.fps));
    if (frames > kMaxFrames)
        throw LimitError(fmt::format("{} would have {} frames, more than the {} that a film may "
                                     "have; lower its \"fps\", or cut its \"duration\"",
            output.file, frames, kMaxFrames));
    return static_cast<int>(frames);
}

double time_of(const Experiment& experiment, const When& moment)
{
    switch (moment.kind) {
    case When::Kind::start:
        return 0;
    case When::Kind::end:
        return experiment.duration_s;
    case When::Kind::time:
        return std::min(moment.value, experiment.duration_s);
    case When::Kind::step:
        return experiment.time_of(moment.value);
    }
    return 0;
}

void render_output(
    const ExperimentPtr& experiment, const RenderTask& task, int jobs, const Progress& progress)
{
    const OutputSpec& output = task.output;
    const PageMeta meta = meta_of(experiment->plan);
    switch (output.kind) {
    case OutputKind::mp4:
        return write_mp4(
            task.target, film_of(experiment, output, 0, jobs), output.quality, jobs, progress);
    case OutputKind::gif:
        return write_gif(task.target, film_of(experiment, output, 0, jobs), jobs, progress);
    case OutputKind::y4m:
        return write_y4m(task.target, film_of(experiment, output, 0, jobs), jobs, progress);
    case OutputKind::png_sequence:
        return write_png_sequence(
            task.target, film_of(experiment, output, 0, jobs), jobs, progress);
    case OutputKind::png:
        return write_png_frame(
            task.target, film_of(experiment, output, time_of(*experiment, output.at), jobs), 0);
    case OutputKind::svg:
        return write_svg(task.target, output.page, meta, page_of(experiment, output, jobs));
    case OutputKind::pdf:
        return write_pdf(task.target, output.page, meta, page_of(experiment, output, jobs));
    case OutputKind::csv:
        return write_csv_file(*experiment, task.target);
    case OutputKind::basins:
        return write_basins(experiment->plan, output, task.target, jobs);
    }
}

} // namespace thalweg::app
