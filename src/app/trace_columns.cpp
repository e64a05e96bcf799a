#include "app/trace_columns.hpp"

#include "optimizer/stability.hpp"

#include <limits>

namespace thalweg::app {

namespace {

std::vector<double> evaluations(const Plan&, const RunPlan&, const Trajectory& path)
{
    return {path.evaluations.begin(), path.evaluations.end()};
}

std::vector<double> sharpnesses(const Plan& plan, const RunPlan&, const Trajectory& path)
{
    return sharpness_along(*plan.surface, path.points);
}

std::vector<double> critical_rates(const Plan& plan, const RunPlan& run, const Trajectory& path)
{
    std::vector<double> rates;
    rates.reserve(path.points.size());
    for (const Vec2 p : path.points)
        rates.push_back(critical_learning_rate(*plan.surface, *run.optimizer.rule, p)
                            .value_or(std::numeric_limits<double>::quiet_NaN()));
    return rates;
}

constexpr TraceColumn kColumns[] = {
    {"evaluations", "the cost so far, in gradients", evaluations},
    {"sharpness", "the largest eigenvalue of the Hessian", sharpnesses},
    {"critical_learning_rate", "from which on the rule diverges on such a slope", critical_rates},
};

} // namespace

std::span<const TraceColumn> trace_columns()
{
    return kColumns;
}

} // namespace thalweg::app
