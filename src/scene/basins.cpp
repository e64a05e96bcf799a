#include "scene/basins.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace thalweg::scene {

namespace {

bool is_named(const RunPlan& run, const std::string& name)
{
    return run.name == name || run.optimizer.label == name || run.optimizer.kind == name;
}

/// Whether two runs differ at most in their starts.
bool same_optimizer(const RunPlan& a, const RunPlan& b)
{
    return a.optimizer.rule == b.optimizer.rule;
}

std::vector<std::string> names_of(const std::vector<RunPlan>& runs)
{
    std::vector<std::string> names;
    for (const RunPlan& run : runs)
        names.insert(names.end(), {run.name, run.optimizer.label, run.optimizer.kind});
    std::erase(names, "");
    return names;
}

} // namespace

std::optional<std::size_t> find_basins_run(
    const Node* name, const Location& where, const Plan& plan, Problems& problems)
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < plan.runs.size(); ++i)
        if (!name || is_named(plan.runs[i], name->text))
            found.push_back(i);
    if (plan.runs.empty())
        return std::nullopt; // what is wrong with the optimizers has been said
    const Location& place = name ? name->where : where;
    if (found.empty()) {
        problems.add(place,
            fmt::format("there is no run \"{}\" to show the basins of{}", name->text,
                did_you_mean(name->text, names_of(plan.runs))));
        return std::nullopt;
    }
    const RunPlan& first = plan.runs[found.front()];
    const auto is_other = [&](std::size_t i) { return !same_optimizer(plan.runs[i], first); };
    if (first.optimizer.path) {
        problems.add(place,
            fmt::format(
                "\"{}\" is a recorded run: it has one start, and so no basins", first.name));
        return std::nullopt;
    }
    const bool is_exact = name && first.name == name->text;
    if (!is_exact && std::ranges::any_of(found, is_other)) {
        problems.add(place,
            name ? fmt::format("several optimizers are named \"{}\"; name one run to show the "
                               "basins of",
                name->text)
                 : "a scene with several optimizers must name the \"run\" to show the basins of");
        return std::nullopt;
    }
    return found.front();
}

} // namespace thalweg::scene
