#include "experiment/run_names.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace thalweg::experiment {

namespace {

/// A run with its number and all that it may be called.
struct Named {
    std::size_t number;
    const ExperimentPlan* experiment;
    const RunPlan* run;

    bool is_exactly(const std::string& name) const
    {
        return run->name == name || experiment->name + "." + run->name == name;
    }
    bool may_be(const std::string& name) const
    {
        const std::string& label = run->optimizer.label;
        const std::string& kind = run->optimizer.kind;
        return is_exactly(name) || label == name || kind == name
            || experiment->name + "." + label == name || experiment->name + "." + kind == name;
    }
};

std::vector<Named> all_runs(std::span<const ExperimentPlan> experiments)
{
    std::vector<Named> runs;
    for (const ExperimentPlan& one : experiments)
        for (const RunPlan& run : one.runs)
            runs.push_back({runs.size(), &one, &run});
    return runs;
}

std::vector<Named> matching(const std::vector<Named>& runs, const std::string& name)
{
    std::vector<Named> exact, loose;
    for (const Named& run : runs) {
        if (run.is_exactly(name))
            exact.push_back(run);
        if (run.may_be(name))
            loose.push_back(run);
    }
    return exact.size() == 1 ? exact : loose;
}

std::string suggestion(const std::vector<Named>& runs, const std::string& name)
{
    std::vector<std::string> known;
    for (const Named& run : runs) {
        known.push_back(run.run->name);
        known.push_back(run.run->optimizer.kind);
    }
    return did_you_mean(name, known);
}

/// The names that would be clear, for a message.
std::string choices(const std::vector<Named>& runs)
{
    std::string text;
    for (const Named& run : runs)
        text += fmt::format("{}\"{}{}\"", text.empty() ? "" : ", ",
            run.experiment->name.empty() ? "" : run.experiment->name + ".", run.run->name);
    return text;
}

} // namespace

std::optional<std::size_t> find_run(
    const Node& name, std::span<const ExperimentPlan> experiments, Problems& problems)
{
    const std::vector<Named> runs = all_runs(experiments);
    if (runs.empty())
        return std::nullopt; // what is wrong with the optimizers has been said
    if (name.type != Node::Type::scalar) {
        problems.add(name.where, fmt::format("a run must be named, not {}", name.type_name()));
        return std::nullopt;
    }
    const std::vector<Named> found = matching(runs, name.text);
    if (found.size() == 1)
        return found.front().number;
    problems.add(name.where,
        found.empty()
            ? fmt::format("no run is named \"{}\"{}", name.text, suggestion(runs, name.text))
            : fmt::format(
                "several runs may be meant by \"{}\"; name one of {}", name.text, choices(found)));
    return std::nullopt;
}

std::optional<std::size_t> find_basins_run(const Node* name, const Location& where,
    std::span<const ExperimentPlan> experiments, Problems& problems)
{
    const std::vector<Named> runs = all_runs(experiments);
    if (runs.empty())
        return std::nullopt; // what is wrong with the optimizers has been said
    const std::vector<Named> found = name ? matching(runs, name->text) : runs;
    const Location& place = name ? name->where : where;
    if (found.empty()) {
        problems.add(place,
            fmt::format("there is no run \"{}\" to show the basins of{}", name->text,
                suggestion(runs, name->text)));
        return std::nullopt;
    }
    const Named& first = found.front();
    if (first.run->optimizer.path) {
        problems.add(place,
            fmt::format(
                "\"{}\" is a recorded run: it has one start, and so no basins", first.run->name));
        return std::nullopt;
    }
    const bool differ = std::ranges::any_of(found,
        [&](const Named& other) { return other.run->optimizer.rule != first.run->optimizer.rule; });
    if (differ) {
        problems.add(place,
            name ? fmt::format("several optimizers are named \"{}\"; name one run to show the "
                               "basins of",
                name->text)
                 : "a scene with several optimizers must name the \"run\" to show the basins of");
        return std::nullopt;
    }
    return first.number;
}

} // namespace thalweg::experiment
