#include "app/trace_columns.hpp"

#include "optimizer/stability.hpp"

#include <limits>
#include <numeric>

namespace thalweg::app {

namespace {

std::vector<double> evaluations(const experiment::ExperimentPlan&, const experiment::RunPlan&,
    const optimizer::Trajectory& path)
{
    return {path.evaluations.begin(), path.evaluations.end()};
}

/// Of each step: the trajectory counts them from the start on.
std::vector<double> trials(const experiment::ExperimentPlan&, const experiment::RunPlan&,
    const optimizer::Trajectory& path)
{
    std::vector<double> list(path.trials.size());
    std::adjacent_difference(path.trials.begin(), path.trials.end(), list.begin());
    return list;
}

/// NaN where the rule keeps no velocity.
template <double Vec2::*along>
std::vector<double> velocities(const experiment::ExperimentPlan&, const experiment::RunPlan&,
    const optimizer::Trajectory& path)
{
    std::vector<double> list;
    for (const Vec2 velocity : path.velocities)
        list.push_back(velocity.*along);
    list.resize(path.points.size(), std::numeric_limits<double>::quiet_NaN());
    return list;
}

/// A number that the surface has at each point.
template <double (*number)(const surface::Surface&, Vec2)>
std::vector<double> of_points(const experiment::ExperimentPlan& plan, const experiment::RunPlan&,
    const optimizer::Trajectory& path)
{
    return optimizer::along(*plan.surface, path.points, number);
}

std::vector<double> critical_rates(const experiment::ExperimentPlan& plan,
    const experiment::RunPlan& run, const optimizer::Trajectory& path)
{
    std::vector<double> rates;
    rates.reserve(path.points.size());
    for (const Vec2 p : path.points)
        rates.push_back(optimizer::critical_learning_rate(*plan.surface, *run.optimizer.rule, p)
                            .value_or(std::numeric_limits<double>::quiet_NaN()));
    return rates;
}

constexpr TraceColumn kColumns[] = {
    {"evaluations", "the cost so far, in gradients", evaluations},
    {"trials", "points that the step's line search tried; 0 where it makes none", trials},
    {"velocity_x", "what momentum keeps of the motion, as the displacement of a step",
        velocities<&Vec2::x>},
    {"velocity_y", "likewise along y", velocities<&Vec2::y>},
    {"sharpness", "the largest eigenvalue of the Hessian", of_points<optimizer::sharpness>},
    {"smallest_eigenvalue", "of the Hessian", of_points<optimizer::smallest_eigenvalue>},
    {"condition_number", "of the Hessian: the larger size of an eigenvalue over the smaller",
        of_points<optimizer::condition_number>},
    {"critical_learning_rate",
        "from which on the rule does not come to rest where the surface is curved like there",
        critical_rates},
};

} // namespace

std::span<const TraceColumn> trace_columns()
{
    return kColumns;
}

} // namespace thalweg::app
