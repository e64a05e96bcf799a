#include "scene/parts.hpp"

#include "core/error.hpp"
#include "scene/limits.hpp"
#include "scene/run_titles.hpp"
#include "surface/data_surface.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace thalweg::scene {

namespace {

using experiment::ExperimentPlan;
using experiment::RunPlan;

constexpr int kMostSteps = 1'000'000;
constexpr std::size_t kMostRuns
    = 1000; ///< names are compared one by one, and nobody can tell more apart

std::vector<Vec2> read_starts(Options& options, const ExperimentPlan& plan)
{
    const auto start
        = options.point("start", "where the runs begin; the surface's own where absent");
    const Node* list = list_of(options, "starts", "list of points", "several starts");
    if (!list)
        return {start.value_or(plan.surface ? plan.surface->facts().start : Vec2{})};
    if (start)
        options.refuse("starts", "give either \"start\" or \"starts\", not both");
    if (list->items.empty())
        options.refuse("starts", "starts must hold at least one point [x, y]");
    std::vector<Vec2> starts;
    for (const Node& item : list->items)
        starts.push_back(read_point(item, "a start", options.problems()).value_or(Vec2{}));
    return starts;
}

/// What an optimizer asks of the surface and of the gradients.
void check_optimizer(const Node& node, const optimizer::OptimizerSpec& optimizer,
    const ExperimentPlan& plan, Problems& problems)
{
    if (!plan.surface)
        return;
    if (optimizer.facts.needs_residuals && plan.surface->residuals(plan.domain.center()).empty())
        problems.add(node.find("kind") ? node.find("kind")->where : node.where,
            fmt::format(
                "{} needs a surface that is a sum of squares, such as rosenbrock, himmelblau, "
                "beale, booth or least-squares",
                optimizer.kind));
    const Node* batch_size = node.find("batch_size");
    if (!batch_size || optimizer.chance.batches.size == 0)
        return;
    if (!dynamic_cast<const surface::DataSurface*>(plan.surface.get()))
        problems.add(batch_size->where,
            "batch_size needs a surface that is made of data points: least-squares or logistic");
    else if (plan.options.gradient.central_difference)
        problems.add(batch_size->where,
            "batch_size needs exact gradients; leave it out, or take \"gradient: exact\"");
}

/// The optimizers of the list that are right.
std::vector<ListedOptimizer> read_optimizers(
    const Node& list, const ExperimentPlan& plan, Problems& problems)
{
    std::vector<ListedOptimizer> optimizers;
    for (const Node& item : list.items)
        if (auto made = make_kind(item, "optimizer", optimizer::optimizer_kinds(), problems)) {
            check_optimizer(item, *made, plan, problems);
            optimizers.push_back({&item, std::move(*made)});
        }
    return optimizers;
}

/// One optimizer from every start; a recorded run has its own.
void add_runs(const ListedOptimizer& optimizer, const std::string& title, std::vector<Vec2> starts,
    ExperimentPlan& plan, Problems& problems)
{
    const optimizer::OptimizerSpec& spec = optimizer.spec;
    if (spec.path)
        starts = {spec.path->front()};
    const std::string name = !spec.name.empty() ? spec.name
        : !spec.label.empty()                   ? spec.label
                                                : spec.kind;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::string number = starts.size() > 1 ? fmt::format(" {}", i + 1) : "";
        if (std::ranges::find(plan.runs, name + number, &RunPlan::name) != plan.runs.end())
            problems.add(optimizer.node->where,
                fmt::format("a second run is named \"{}\"; give each optimizer a label of its own",
                    name + number));
        plan.runs.push_back({.name = name + number,
            .title = title + number,
            .optimizer = spec,
            .start = starts[i],
            .color = spec.color});
    }
}

void check_run_count(std::size_t runs, const Location& where)
{
    if (runs > kMostRuns)
        throw LimitError(fmt::format("{}: {} runs are more than the {} that one scene can hold; "
                                     "split it into several scenes",
            where.text(), runs, kMostRuns));
}

struct PointCount {
    std::size_t runs = 0, points = 0, longest = 0;

    void add(const ExperimentPlan& plan)
    {
        if (!plan.surface)
            return;
        for (const RunPlan& one : plan.runs) {
            const std::size_t steps
                = optimizer::most_steps(*plan.surface, one.optimizer, plan.options);
            points += steps + 1;
            longest = std::max(longest, steps);
        }
        runs += plan.runs.size();
    }
};

void check_points(const Scene& before, const ExperimentPlan& plan, const Location& where)
{
    PointCount count;
    for (const ExperimentPlan& other : before.experiments)
        count.add(other);
    count.add(plan);
    const std::size_t most = scene_limits().points;
    if (count.points > most)
        throw LimitError(fmt::format("{}: {} runs of {} steps have more than {} points; "
                                     "set THALWEG_MAX_POINTS to run them nevertheless",
            where.text(), count.runs, count.longest, most));
}

/// The steps of the longest recorded run; those of other runs where there is none.
int default_steps(const ExperimentPlan& plan)
{
    std::size_t longest = 0;
    for (const RunPlan& one : plan.runs)
        if (one.optimizer.path)
            longest = std::max(longest, one.optimizer.path->size() - 1);
    return longest > 0 ? static_cast<int>(std::min<std::size_t>(longest, kMostSteps))
                       : plan.options.steps;
}

void read_run_options(Options& options, optimizer::RunOptions& run)
{
    using optimizer::Budget;
    run.steps = options.integer("steps", run.steps, {.min = 1, .max = kMostSteps},
        "of every run; those of the longest recorded run where absent");
    run.budget = options.choice("budget", run.budget,
        {{"steps", optimizer::Budget::steps}, {"evaluations", optimizer::Budget::evaluations}},
        "what \"steps\" counts; evaluations compare rules at equal cost");
    if (const Node* node
        = options.any("gradient", "a gradient", "exact", "where gradients come from"))
        run.gradient = make_kind(*node, "gradient", optimizer::gradient_kinds(), options.problems())
                           .value_or(run.gradient);
}

} // namespace

void read_runs(Options& options, experiment::ExperimentPlan& plan, const Scene& before,
    std::vector<Location>& places)
{
    const std::vector<Vec2> starts = read_starts(options, plan);
    read_run_options(options, plan.options);
    const Node* list = options.any("optimizers", "list of optimizers", "", "what descends");
    if (!list) {
        options.refuse("optimizers",
            plan.name.empty()
                ? "a scene needs optimizers, such as: \"optimizers: [momentum]\""
                : "an experiment needs optimizers, such as: \"optimizers: [momentum]\"");
        return;
    }
    if (list->items.empty()) {
        options.refuse(
            "optimizers", "optimizers must be a list of one or more, such as [momentum]");
        return;
    }
    check_run_count(places.size() + starts.size() * list->items.size(), list->where);
    const std::vector<ListedOptimizer> optimizers
        = read_optimizers(*list, plan, options.problems());
    const std::vector<std::string> titles = run_titles(optimizers);
    for (std::size_t i = 0; i < optimizers.size(); ++i) {
        const std::size_t known = plan.runs.size();
        add_runs(optimizers[i], titles[i], starts, plan, options.problems());
        places.resize(places.size() + plan.runs.size() - known, optimizers[i].node->where);
    }
    if (!options.has("steps"))
        plan.options.steps = default_steps(plan);
    if (plan.surface)
        check_points(before, plan, list->where);
}

} // namespace thalweg::scene
