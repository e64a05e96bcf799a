#include "stage/experiment.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

constexpr double kStepsPerSecond = 60;
constexpr double kShortest_s = 4, kLongest_s = 20;
constexpr double kHold_s = 1;

/// When the last step is reached. A given duration includes the hold; one too short for it holds
/// its second half.
double play_time(const Experiment& experiment)
{
    if (const auto duration_s = experiment.plan.duration_s)
        return std::max(*duration_s - kHold_s, 0.5 * *duration_s);
    return std::clamp(experiment.steps() / kStepsPerSecond, kShortest_s, kLongest_s);
}

} // namespace

int Experiment::steps() const
{
    int most = plan.run.steps;
    for (const Trajectory& path : trajectories)
        most = std::max(most, path.steps());
    return most;
}

double Experiment::step_at(double time_s) const
{
    return std::clamp(time_s / play_s, 0.0, 1.0) * steps();
}

double Experiment::time_of(double step) const
{
    if (steps() == 0)
        return 0;
    return std::clamp(step / steps(), 0.0, 1.0) * play_s;
}

ExperimentPtr make_experiment(Plan plan)
{
    auto experiment = std::make_shared<Experiment>();
    for (const RunPlan& one : plan.runs)
        experiment->trajectories.push_back(run(*plan.surface, one.optimizer, one.start, plan.run));
    experiment->levels = plan.contour.levels(*plan.surface, plan.domain);
    experiment->plan = std::move(plan);
    experiment->play_s = play_time(*experiment);
    experiment->duration_s = experiment->plan.duration_s.value_or(experiment->play_s + kHold_s);
    return experiment;
}

Vec2 position_at(const Trajectory& run, double step)
{
    const double last = run.steps();
    const double at = std::clamp(step, 0.0, last);
    const auto k = static_cast<std::size_t>(at);
    if (at == last)
        return run.points.back();
    return lerp(run.points[k], run.points[k + 1], at - std::floor(at));
}

} // namespace thalweg
