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
double play_time(const Plan& plan)
{
    if (plan.duration_s)
        return std::max(*plan.duration_s - kHold_s, 0.5 * *plan.duration_s);
    return std::clamp(plan.run.steps / kStepsPerSecond, kShortest_s, kLongest_s);
}

} // namespace

double Experiment::step_at(double time_s) const
{
    return std::clamp(time_s / play_s, 0.0, 1.0) * plan.run.steps;
}

double Experiment::time_of(double step) const
{
    if (plan.run.steps == 0)
        return 0;
    return std::clamp(step / plan.run.steps, 0.0, 1.0) * play_s;
}

ExperimentPtr make_experiment(Plan plan)
{
    auto experiment = std::make_shared<Experiment>();
    for (const RunPlan& one : plan.runs)
        experiment->trajectories.push_back(run(*plan.surface, one.optimizer, one.start, plan.run));
    // Mini-batches make more steps than evaluations.
    for (const Trajectory& path : experiment->trajectories)
        plan.run.steps = std::max(plan.run.steps, path.steps());
    experiment->levels = plan.contour.levels(*plan.surface, plan.domain);
    experiment->play_s = play_time(plan);
    experiment->duration_s = plan.duration_s.value_or(experiment->play_s + kHold_s);
    experiment->plan = std::move(plan);
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
