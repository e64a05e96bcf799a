#include "core/error.hpp"
#include "scene/limits.hpp"
#include "scene/parts.hpp"
#include "surface/data_surface.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace thalweg::scene {

namespace {

constexpr int kMostSteps = 1'000'000;
constexpr std::size_t kMostRuns
    = 1000; ///< names are compared one by one, and nobody can tell more apart

std::vector<Vec2> read_starts(Options& scene, const Plan& plan)
{
    const auto start = scene.point("start", "where the runs begin; the surface's own where absent");
    const Node* list = list_of(scene, "starts", "list of points", "several starts");
    if (!list)
        return {start.value_or(plan.surface ? plan.surface->facts().start : Vec2{})};
    if (start)
        scene.refuse("starts", "give either \"start\" or \"starts\", not both");
    if (list->items.empty())
        scene.refuse("starts", "starts must hold at least one point [x, y]");
    std::vector<Vec2> starts;
    for (const Node& item : list->items)
        starts.push_back(read_point(item, "a start", scene.problems()).value_or(Vec2{}));
    return starts;
}

/// What an optimizer asks of the surface and of the gradients.
void check_optimizer(
    const Node& node, const OptimizerSpec& optimizer, const Plan& plan, Problems& problems)
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
    if (!dynamic_cast<const DataSurface*>(plan.surface.get()))
        problems.add(batch_size->where,
            "batch_size needs a surface that is made of data points: least-squares or logistic");
    else if (plan.run.gradient.central_difference)
        problems.add(batch_size->where,
            "batch_size needs exact gradients; leave it out, or take \"gradient: exact\"");
}

/// One optimizer from every start; a recorded run has its own.
void add_runs(const Node& node, std::vector<Vec2> starts, Problems& problems, Scene& result)
{
    const auto optimizer = make_kind(node, "optimizer", optimizer_kinds(), problems);
    if (!optimizer)
        return;
    check_optimizer(node, *optimizer, result.plan, problems);
    if (optimizer->path)
        starts = {optimizer->path->front()};
    const std::string& label = optimizer->label.empty() ? optimizer->kind : optimizer->label;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::string name = starts.size() > 1 ? fmt::format("{} {}", label, i + 1) : label;
        if (std::ranges::find(result.plan.runs, name, &RunPlan::name) != result.plan.runs.end())
            problems.add(node.where,
                fmt::format(
                    "a second run is named \"{}\"; give each optimizer a label of its own", name));
        result.plan.runs.push_back({.name = name, .optimizer = *optimizer, .start = starts[i]});
        result.run_places.push_back(node.where);
    }
}

void check_run_count(std::size_t runs, const Location& where)
{
    if (runs > kMostRuns)
        throw LimitError(fmt::format("{}: {} runs are more than the {} that one scene can hold; "
                                     "split it into several scenes",
            where.text(), runs, kMostRuns));
}

void check_points(const Plan& plan, const Location& where)
{
    std::size_t points = 0, longest = 0;
    for (const RunPlan& one : plan.runs) {
        const std::size_t steps = most_steps(*plan.surface, one.optimizer, plan.run);
        points += steps + 1;
        longest = std::max(longest, steps);
    }
    const std::size_t most = scene_limits().points;
    if (points > most)
        throw LimitError(fmt::format("{}: {} runs of {} steps have more than {} points; "
                                     "set THALWEG_MAX_POINTS to run them nevertheless",
            where.text(), plan.runs.size(), longest, most));
}

/// The steps of the longest recorded run; those of other runs where there is none.
int usual_steps(const Plan& plan)
{
    std::size_t longest = 0;
    for (const RunPlan& one : plan.runs)
        if (one.optimizer.path)
            longest = std::max(longest, one.optimizer.path->size() - 1);
    return longest > 0 ? static_cast<int>(std::min<std::size_t>(longest, kMostSteps))
                       : plan.run.steps;
}

} // namespace

void read_runs(Options& scene, Scene& result)
{
    RunOptions& run = result.plan.run;
    const std::vector<Vec2> starts = read_starts(scene, result.plan);
    run.steps = scene.integer("steps", run.steps, {.min = 1, .max = kMostSteps},
        "of every run; those of the longest recorded run where absent");
    run.budget = scene.choice("budget", run.budget,
        {{"steps", Budget::steps}, {"evaluations", Budget::evaluations}},
        "what \"steps\" counts; evaluations compare rules at equal cost");
    if (const Node* node
        = scene.any("gradient", "a gradient", "exact", "where gradients come from"))
        run.gradient = make_kind(*node, "gradient", gradient_kinds(), scene.problems())
                           .value_or(run.gradient);

    const Node* optimizers = scene.any("optimizers", "list of optimizers", "", "what descends");
    if (!optimizers) {
        scene.refuse("optimizers", "a scene needs optimizers, such as: \"optimizers: [momentum]\"");
    } else if (optimizers->items.empty()) {
        scene.refuse("optimizers", "optimizers must be a list of one or more, such as [momentum]");
    } else {
        check_run_count(starts.size() * optimizers->items.size(), optimizers->where);
        for (const Node& item : optimizers->items)
            add_runs(item, starts, scene.problems(), result);
        if (!scene.has("steps"))
            run.steps = usual_steps(result.plan);
        if (result.plan.surface)
            check_points(result.plan, optimizers->where);
    }
}

} // namespace thalweg::scene
