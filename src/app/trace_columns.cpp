#include "app/trace_columns.hpp"

#include "optimizer/stability.hpp"

#include <limits>

namespace thalweg::app {

namespace {

std::vector<double> evaluations(const experiment::ExperimentPlan&, const experiment::RunPlan&,
    const optimizer::Trajectory& path)
{
    return {path.evaluations.begin(), path.evaluations.end()};
}

std::vector<double> sharpnesses(const experiment::ExperimentPlan& plan, const experiment::RunPlan&,
    const optimizer::Trajectory& path)
{
    return optimizer::sharpness_along(*plan.surface, path.points);
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
    {"sharpness", "the largest eigenvalue of the Hessian", sharpnesses},
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
