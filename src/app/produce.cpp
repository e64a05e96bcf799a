#include "app/produce.hpp"

#include "app/failure.hpp"

#include <algorithm>
#include <thread>

#include <fmt/format.h>

namespace thalweg::app {

std::unique_ptr<const output::Production> produce(const scene::Scene& scene, int jobs)
{
    const auto experiments = experiment::run_all(scene.experiments, jobs);
    const panel::Context context{
        experiments, std::make_shared<const experiment::Timeline>(experiments, scene.time)};
    return std::make_unique<const output::Production>(
        scene.name, scene.title, context, scene.figure, scene.theme);
}

int compose(const output::Output& output, const output::Production& production, int jobs,
    Problems& problems)
{
    output.frames(production);
    const std::vector<std::string> left_out = output.check(production, jobs, problems);
    for (const std::string& part : left_out)
        tell_warning(
            output.size_where(), fmt::format("{} has no room for {}", output.file(), part));
    return static_cast<int>(left_out.size());
}

int default_jobs()
{
    return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, kMostJobs);
}

} // namespace thalweg::app
