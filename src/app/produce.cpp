#include "app/produce.hpp"

#include <algorithm>
#include <thread>

namespace thalweg::app {

std::unique_ptr<const output::Production> produce(const scene::Scene& scene, int jobs)
{
    const auto experiments = experiment::run_all(scene.experiments, jobs);
    const panel::Context context{
        experiments, std::make_shared<const experiment::Timeline>(experiments, scene.time)};
    return std::make_unique<const output::Production>(
        scene.name, scene.title, context, scene.figure, scene.theme);
}

int default_jobs()
{
    return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, kMostJobs);
}

} // namespace thalweg::app
