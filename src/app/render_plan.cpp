#include "app/render_plan.hpp"

#include "core/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include <fnmatch.h>

namespace thalweg::app {

namespace {

bool matches(const RenderWishes& wishes, const OutputSpec& output)
{
    return wishes.only.empty() || ::fnmatch(wishes.only.c_str(), output.file.c_str(), 0) == 0;
}

RenderTask make_task(OutputSpec output, const RenderWishes& wishes)
{
    output.quality = wishes.quality.value_or(output.quality);
    output.at = wishes.at.value_or(output.at);
    const bool is_stream = output.file == "-";
    const auto target = is_stream ? "-" : std::filesystem::path(wishes.folder) / output.file;
    return {.output = std::move(output), .target = target.lexically_normal()};
}

/// The scene's first film, as a stream.
RenderTask make_stream(const Scene& scene)
{
    const auto film = std::ranges::find_if(
        scene.outputs, [](const OutputSpec& output) { return is_film(output.kind); });
    OutputSpec output = film == scene.outputs.end() ? OutputSpec{} : *film;
    output.kind = OutputKind::y4m;
    output.file = std::string("-");
    return {.output = std::move(output), .target = "-"};
}

void check_tasks(const std::vector<RenderJob>& jobs, const RenderWishes& wishes)
{
    std::set<std::filesystem::path> targets;
    for (const RenderJob& job : jobs)
        for (const RenderTask& task : job.tasks)
            if (!targets.insert(task.target).second)
                throw UsageError(fmt::format("two scenes would both write {}; render them into "
                                             "folders of their own by -o",
                    task.target.string()));
    if (targets.empty())
        throw UsageError(fmt::format("no output matches --only \"{}\"", wishes.only));
}

} // namespace

std::vector<RenderJob> plan_render(std::vector<Scene> scenes, const RenderWishes& wishes)
{
    std::vector<RenderJob> jobs;
    for (Scene& scene : scenes) {
        RenderJob job;
        if (wishes.folder == "-") {
            job.tasks.push_back(make_stream(scene));
        } else {
            for (const OutputSpec& output : scene.outputs)
                if (matches(wishes, output))
                    job.tasks.push_back(make_task(output, wishes));
        }
        job.plan = std::move(scene.plan);
        jobs.push_back(std::move(job));
    }
    check_tasks(jobs, wishes);
    return jobs;
}

} // namespace thalweg::app
