#include "app/produce.hpp"

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

std::vector<std::string> compose(const output::Output& output, const output::Production& production,
    int jobs, Problems& problems)
{
    output.frames(production);
    std::vector<std::string> warnings;
    for (const std::string& part : output.check(production, jobs, problems))
        warnings.push_back(fmt::format("{} has no room for {}", output.file(), part));
    return warnings;
}

int default_jobs()
{
    return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, kMostJobs);
}

} // namespace thalweg::app
