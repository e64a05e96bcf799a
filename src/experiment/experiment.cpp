#include "experiment/experiment.hpp"

#include "basin/basin_map.hpp"
#include "core/parallel.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace thalweg::experiment {

namespace {

constexpr int kGuideStarts = 20'000; // of the coarse map that ends and shades are found on

/// The coarse map's grid has the domain's proportions.
basin::StartGrid coarse_grid(const Box& domain)
{
    const double aspect = std::clamp(domain.width() / domain.height(), 0.05, 20.0);
    const double height = std::sqrt(kGuideStarts / aspect);
    return {.box = domain,
        .width = static_cast<int>(std::ceil(height * aspect)),
        .height = static_cast<int>(std::ceil(height))};
}

BasinGuide guide_of(const ExperimentPlan& plan, std::size_t run, int jobs)
{
    const basin::Descent descent{*plan.surface, plan.runs[run].optimizer, plan.options};
    BasinGuide guide{.run = run, .ends = basin::find_ends(descent, plan.domain), .scale = {}};
    const basin::BasinMap map
        = basin::make_basins(descent, guide.ends, coarse_grid(plan.domain), jobs);
    guide.scale = basin::make_scale(guide.ends, map);
    for (const basin::Fate& fate : map.fates) {
        guide.some_diverge |= fate.end == basin::Fate::kDiverged;
        guide.some_leave |= fate.end == basin::Fate::kUndefined && fate.steps > 0;
        guide.some_never_settle |= fate.end == basin::Fate::kUnsettled;
    }
    return guide;
}

/// The experiment and the run in it that a number over all experiments means.
std::pair<const Experiment*, std::size_t> find(const Experiments& experiments, std::size_t run)
{
    const auto after = std::ranges::upper_bound(experiments.all, run, {}, &Experiment::first_run);
    const Experiment& one = *(after - 1);
    return {&one, run - one.first_run};
}

/// Adds the levels that lie below all others, or above.
void extend(std::vector<double>& levels, const std::vector<double>& others)
{
    const std::vector<double> known = levels;
    for (const double level : others)
        if (known.empty() || level < known.front() || level > known.back())
            levels.push_back(level);
    std::ranges::sort(levels);
}

} // namespace

int Experiment::steps() const
{
    int most = plan.options.steps;
    for (const optimizer::Trajectory& path : trajectories)
        most = std::max(most, path.steps());
    return most;
}

const BasinGuide& Experiment::basins_of(std::size_t run) const
{
    return *std::ranges::find(basins, run, &BasinGuide::run);
}

Experiments::Experiments(std::vector<Experiment> experiments)
    : all(std::move(experiments))
{
    std::map<std::string, std::size_t> known;
    for (Experiment& one : all) {
        one.first_run = identities.size();
        for (const RunPlan& run : one.plan.runs)
            identities.push_back(known.try_emplace(run.name, known.size()).first->second);
    }
    distinct = known.size();
}

int Experiments::steps() const
{
    int most = 0;
    for (const Experiment& one : all)
        most = std::max(most, one.steps());
    return most;
}

const Experiment& Experiments::of_run(std::size_t run) const
{
    return *find(*this, run).first;
}

const RunPlan& Experiments::run_plan(std::size_t run) const
{
    const auto [one, index] = find(*this, run);
    return one->plan.runs[index];
}

const optimizer::Trajectory& Experiments::trajectory(std::size_t run) const
{
    const auto [one, index] = find(*this, run);
    return one->trajectories[index];
}

std::vector<std::vector<double>> choose_levels(std::span<const ExperimentPlan> plans)
{
    std::vector<std::vector<double>> all(plans.size());
    for (std::size_t i = 0; i < plans.size(); ++i) {
        const std::size_t first = plans[i].levels_of.value_or(i);
        const bool is_other
            = plans[i].surface != plans[first].surface || plans[i].domain != plans[first].domain;
        if (plans[first].levels && (i == first || is_other))
            extend(all[first], plans[first].levels(*plans[i].surface, plans[i].domain));
    }
    for (std::size_t i = 0; i < plans.size(); ++i)
        if (plans[i].levels_of)
            all[i] = all[*plans[i].levels_of];
    return all;
}

ExperimentsPtr run_all(std::vector<ExperimentPlan> plans, int jobs)
{
    std::vector<std::vector<double>> levels = choose_levels(plans);
    std::vector<Experiment> experiments;
    for (ExperimentPlan& plan : plans) {
        Experiment one{.plan = std::move(plan)};
        const std::size_t runs = one.plan.runs.size();
        one.trajectories.resize(runs);
        for_each_part(static_cast<int>(runs), jobs, [&](int part) {
            const auto i = static_cast<std::size_t>(part);
            const RunPlan& run = one.plan.runs[i];
            one.trajectories[i]
                = optimizer::run(*one.plan.surface, run.optimizer, run.start, one.plan.options);
        });
        one.levels = std::move(levels[experiments.size()]);
        one.critical_points = all_critical_points(*one.plan.surface, one.plan.domain);
        one.minima = minima_among(one.critical_points, *one.plan.surface, one.plan.domain);
        for (const std::size_t run : one.plan.basins)
            one.basins.push_back(guide_of(one.plan, run, jobs));
        experiments.push_back(std::move(one));
    }
    return std::make_shared<Experiments>(std::move(experiments));
}

Vec2 position_at(const optimizer::Trajectory& run, double step)
{
    const double last = run.steps();
    const double at = std::clamp(step, 0.0, last);
    const auto k = static_cast<std::size_t>(at);
    if (at == last)
        return run.points.back();
    return lerp(run.points[k], run.points[k + 1], at - std::floor(at));
}

} // namespace thalweg::experiment
