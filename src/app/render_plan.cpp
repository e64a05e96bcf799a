#include "app/render_plan.hpp"

#include "core/error.hpp"
#include "output/file_name.hpp"
#include "output/kinds.hpp"

#include <fmt/format.h>

#include <algorithm>

#include <fnmatch.h>

namespace thalweg::app {

namespace {

bool matches(const RenderWishes& wishes, const output::Output& output)
{
    return wishes.only.empty() || ::fnmatch(wishes.only.c_str(), output.file().c_str(), 0) == 0;
}

RenderTask make_task(const output::OutputPtr& output, const RenderWishes& wishes)
{
    const bool is_stream = output->file() == "-";
    const auto target = is_stream ? "-" : std::filesystem::path(wishes.folder) / output->file();
    return {.output = output, .target = target.lexically_normal()};
}

/// The scene's first film as a stream; a default one where it has none.
RenderTask make_stream(const scene::Scene& scene)
{
    for (const output::OutputPtr& output : scene.outputs)
        if (output::OutputPtr stream = output->as_stream())
            return {.output = std::move(stream), .target = "-"};
    return {.output = output::default_output("-"), .target = "-"};
}

void check_tasks(const std::vector<RenderJob>& jobs, const RenderWishes& wishes)
{
    std::vector<std::string> targets;
    for (const RenderJob& job : jobs)
        for (const RenderTask& task : job.tasks) {
            const std::string target = task.target.string();
            const auto other = std::ranges::find_if(
                targets, [&](const std::string& one) { return output::names_clash(one, target); });
            if (other != targets.end())
                throw UsageError(fmt::format("two scenes would both write {}{}; render them into "
                                             "folders of their own by -o",
                    target, *other == target ? "" : " and " + *other));
            targets.push_back(target);
        }
    if (targets.empty())
        throw UsageError(fmt::format("no output matches --only \"{}\"", wishes.only));
}

} // namespace

std::vector<RenderJob> plan_render(std::vector<scene::Scene> scenes, const RenderWishes& wishes)
{
    std::vector<RenderJob> jobs;
    for (scene::Scene& scene : scenes) {
        RenderJob job;
        if (wishes.folder == "-") {
            job.tasks.push_back(make_stream(scene));
        } else {
            for (const output::OutputPtr& output : scene.outputs)
                if (matches(wishes, *output))
                    job.tasks.push_back(make_task(output, wishes));
        }
        job.scene = std::move(scene);
        jobs.push_back(std::move(job));
    }
    check_tasks(jobs, wishes);
    return jobs;
}

} // namespace thalweg::app
