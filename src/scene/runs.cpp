#include "core/error.hpp"
#include "scene/limits.hpp"
#include "scene/parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace thalweg {

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

/// One optimizer from every start.
void add_runs(const Node& node, const std::vector<Vec2>& starts, Problems& problems, Scene& result)
{
    const auto optimizer = make_kind(node, "optimizer", optimizer_kinds(), problems);
    if (!optimizer)
        return;
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

void check_limits(std::size_t runs, int steps, const Location& where)
{
    if (runs > kMostRuns)
        throw LimitError(fmt::format("{}: {} runs are more than the {} that one scene can hold; "
                                     "split it into several scenes",
            where.text(), runs, kMostRuns));
    const std::size_t most = scene_limits().points;
    if (runs * (static_cast<std::size_t>(steps) + 1) > most)
        throw LimitError(fmt::format("{}: {} runs of {} steps have more than {} points; "
                                     "set THALWEG_MAX_POINTS to run them nevertheless",
            where.text(), runs, steps, most));
}

} // namespace

void read_runs(Options& scene, Scene& result)
{
    RunOptions& run = result.plan.run;
    const std::vector<Vec2> starts = read_starts(scene, result.plan);
    run.steps = scene.integer("steps", run.steps, {.min = 1, .max = kMostSteps}, "of every run");
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
        check_limits(starts.size() * optimizers->items.size(), run.steps, optimizers->where);
        for (const Node& item : optimizers->items)
            add_runs(item, starts, scene.problems(), result);
    }
}

} // namespace thalweg
