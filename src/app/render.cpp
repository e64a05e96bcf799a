#include "app/command_options.hpp"
#include "app/commands.hpp"
#include "app/produce.hpp"
#include "app/progress_report.hpp"
#include "app/render_plan.hpp"
#include "app/scene_argument.hpp"
#include "app/scene_series.hpp"
#include "app/terminal.hpp"

#include <memory>

namespace thalweg::app {

namespace {

struct RenderOptions {
    SceneArguments scenes;
    RenderWishes wishes;
    std::optional<film::Quality> quality;
    std::string at;
    int jobs = default_jobs();
    ProgressStyle progress = ProgressStyle::automatic;
    bool dry_run = false;
    bool fail_fast = false;
    bool force
        = false; ///< nothing is kept from earlier renders, so that there is nothing to overrule

    output::WriteOptions for_writing() const
    {
        output::WriteOptions options{.jobs = jobs, .quality = quality};
        if (at.empty())
            return options;
        options.at = parse_when(at);
        if (!options.at)
            throw UsageError(
                fmt::format("--at takes start, end, a time such as 3.2s, or a step such "
                            "as \"step 120\", not \"{}\"",
                    at));
        return options;
    }
};

/// "output/a.mp4  1920x1080, 60 fps, 600 frames"
std::string described(const output::Production& production, const RenderTask& task,
    const output::WriteOptions& options)
{
    const output::Output& output = *task.output;
    std::string text = fmt::format("{}  {}", task.target.string(), output.describe());
    const int frames = output.frames(production);
    if (const auto at = output.at())
        text += fmt::format(
            ", at {:.6g} s", production.timeline().time_of(options.at.value_or(*at)));
    else if (frames > 1)
        text += fmt::format(", {} frames", frames);
    return text + "\n";
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

/// Runs a scene and composes its pictures, so that all that is wrong with it is told before
/// anything of it is written.
std::unique_ptr<const output::Production> prepare(
    const RenderJob& job, int threads, ProgressReport& report)
{
    auto production = produce(job.scene, threads);
    Problems problems;
    for (const RenderTask& task : job.tasks)
        for (const std::string& left_out : compose(*task.output, *production, threads, problems))
            report.warn(task.output->size_where(), left_out);
    problems.throw_if_any();
    return production;
}

void write(const RenderTask& task, const output::Production& production,
    output::WriteOptions options, ProgressReport& report)
{
    make_folder_of(task.target);
    report.begin(task.target.string(), task.output->frames(production));
    options.progress = [&](int done, int total) { report.count(done, total); };
    task.output->write(production, task.target, options);
    report.end(size_of(task.target));
}

void render_one(const RenderJob& job, const RenderOptions& options)
{
    const output::WriteOptions for_writing = options.for_writing();
    ProgressReport report(options.progress);
    const auto production = prepare(job, options.jobs, report);
    for (const RenderTask& task : job.tasks)
        if (options.dry_run)
            print(described(*production, task, for_writing));
        else
            write(task, *production, for_writing, report);
}

void render(const RenderOptions& options)
{
    static_cast<void>(options.for_writing()); // the command line is checked first
    const std::vector<scene::Override> overrides = options.scenes.overrides();
    SceneSeries series(options.scenes.paths.size());
    std::vector<scene::Scene> scenes;
    for (const std::string& path : options.scenes.paths)
        series.attempt(path, [&] { scenes.push_back(scene::load_scene(path, overrides)); });
    if (!scenes.empty() && !(options.fail_fast && series.has_failures()))
        for (const RenderJob& job : plan_render(std::move(scenes), options.wishes)) {
            series.attempt(job.scene.path, [&] { render_one(job, options); });
            if (options.fail_fast && series.has_failures())
                break;
        }
    series.finish();
}

void add_options(CLI::App& command, RenderOptions& options)
{
    command
        .add_option("-o,--output", options.wishes.folder,
            "the folder for the files (output); - writes the first film as y4m to standard output")
        ->type_name("DIR");
    using film::Quality;
    add_choice<std::optional<film::Quality>>(command, "-q,--quality", options.quality,
        {{"draft", film::Quality::draft}, {"standard", film::Quality::standard},
            {"high", film::Quality::high}},
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
    command.add_flag("--fail-fast", options.fail_fast,
        "stop at the first scene that fails; without it the others are rendered nevertheless");
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
