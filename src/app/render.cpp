#include "app/command_options.hpp"
#include "app/commands.hpp"
#include "app/progress_report.hpp"
#include "app/render_output.hpp"
#include "app/scene_argument.hpp"
#include "app/terminal.hpp"

#include <memory>
#include <thread>

namespace thalweg::app {

namespace {

constexpr int kMostJobs = 1024;

struct RenderOptions {
    SceneArguments scenes;
    RenderWishes wishes;
    std::string at;
    int jobs = std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, kMostJobs);
    ProgressStyle progress = ProgressStyle::automatic;
    bool dry_run = false;
    bool force
        = false; ///< nothing is kept from earlier renders, so that there is nothing to overrule
};

/// "output/a.mp4  1920x1080, 60 fps, 600 frames"
std::string described(const Experiment& experiment, const RenderTask& task)
{
    const OutputSpec& output = task.output;
    const std::string moment = fmt::format("at {:.6g} s", time_of(experiment, output.at));
    if (is_film(output.kind))
        return fmt::format("{}  {}x{}, {} fps, {} frames\n", task.target.string(), output.width_px,
            output.height_px, output.fps, frame_count(experiment, output));
    if (is_page(output.kind))
        return fmt::format("{}  {:.6g} x {:.6g} pt, {}\n", task.target.string(),
            output.page.width_pt, output.page.height_pt, moment);
    if (output.kind == OutputKind::png)
        return fmt::format(
            "{}  {}x{}, {}\n", task.target.string(), output.width_px, output.height_px, moment);
    if (output.kind == OutputKind::basins)
        return fmt::format(
            "{}  {}x{} starts\n", task.target.string(), output.width_px, output.height_px);
    return fmt::format("{}\n", task.target.string());
}

void make_folder_of(const std::filesystem::path& target)
{
    std::error_code error;
    const auto folder = target.parent_path();
    if (!folder.empty())
        std::filesystem::create_directories(folder, error);
    if (error)
        throw OutputError("make the folder " + folder.string(), error.message());
}

/// The size of what was written; 0 for a stream or a sequence.
std::uintmax_t size_of(const std::filesystem::path& target)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(target, error);
    return error ? 0 : size;
}

void render_job(const RenderJob& job, const RenderOptions& options, ProgressReport& report)
{
    const ExperimentPtr experiment = make_experiment(job.plan);
    for (const RenderTask& task : job.tasks)
        frame_count(*experiment, task.output); // too many is told before the first is drawn
    for (const RenderTask& task : job.tasks) {
        if (options.dry_run) {
            print(described(*experiment, task));
            continue;
        }
        make_folder_of(task.target);
        report.begin(task.target.string(), frame_count(*experiment, task.output));
        render_output(experiment, task, options.jobs,
            [&](int done, int total) { report.count(done, total); });
        report.end(size_of(task.target));
    }
}

void render(RenderOptions options)
{
    if (!options.at.empty()) {
        options.wishes.at = parse_when(options.at);
        if (!options.wishes.at)
            throw UsageError(
                fmt::format("--at takes start, end, a time such as 3.2s, or a step such "
                            "as \"step 120\", not \"{}\"",
                    options.at));
    }
    const auto jobs = plan_render(options.scenes.load(), options.wishes);
    ProgressReport report(options.progress);
    for (const RenderJob& job : jobs)
        render_job(job, options, report);
}

void add_options(CLI::App& command, RenderOptions& options)
{
    command
        .add_option("-o,--output", options.wishes.folder,
            "the folder for the files (output); - writes the first film as y4m to standard output")
        ->type_name("DIR");
    add_choice<std::optional<Quality>>(command, "-q,--quality", options.wishes.quality,
        {{"draft", Quality::draft}, {"standard", Quality::standard}, {"high", Quality::high}},
        "how much care the encoder of films takes");
    command
        .add_option("--only", options.wishes.only, "only files whose name matches, such as '*.pdf'")
        ->type_name("PATTERN");
    command
        .add_option("--at", options.at,
            "the moment that pictures and pages show: start, end, 3.2s or \"step 120\"")
        ->type_name("WHEN");
    add_count(command, "-j,--jobs", options.jobs, {.min = 1, .max = kMostJobs},
        "threads; the bytes are the same for any number");
    command.add_flag("--force", options.force,
        "make every file anew; this version keeps nothing, so that it always does");
    command.add_flag("--dry-run", options.dry_run, "only say which files would be made");
    add_choice<ProgressStyle>(command, "--progress", options.progress,
        {{"auto", ProgressStyle::automatic}, {"bar", ProgressStyle::bar},
            {"plain", ProgressStyle::plain}, {"json", ProgressStyle::json},
            {"none", ProgressStyle::none}},
        "how progress is told");
}

} // namespace

void add_render(CLI::App& app)
{
    CLI::App* command = app.add_subcommand("render", "make the films and figures of scenes");
    const auto options = std::make_shared<RenderOptions>();
    add_scenes(*command, options->scenes);
    add_options(*command, *options);
    command->footer(R"(Examples:
  thalweg render scenes/rosenbrock.yaml
  thalweg render lesson.yaml -q draft --only '*.mp4'
  thalweg render lesson.yaml --only '*.pdf' --at "step 120" -o figures
  thalweg render lesson.yaml --set optimizers.0.learning_rate=0.002
  thalweg render lesson.yaml -o - | ffplay -)");
    command->callback([options] { render(*options); });
}

} // namespace thalweg::app
