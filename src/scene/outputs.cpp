#include "output/file_name.hpp"
#include "output/kinds.hpp"
#include "scene/parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace thalweg::scene {

namespace {

using output::OutputPtr;

/// A moment that the film does not reach is a mistake.
void check_moment(const output::Output& output, const Scene& scene, Problems& problems)
{
    const std::optional<When> at = output.at();
    if (!at)
        return;
    int steps = 0;
    for (const experiment::ExperimentPlan& one : scene.experiments)
        steps = std::max(steps, one.options.steps);
    if (at->kind == When::Kind::step && at->value > steps)
        problems.add(output.where(),
            fmt::format("{} is to show step {}, but the runs end at step {}", output.file(),
                at->value, steps));
    const std::optional<double> duration = scene.time.duration_s;
    if (at->kind == When::Kind::time && duration && at->value > *duration)
        problems.add(output.where(),
            fmt::format("{} is to show the time {} s, but the film ends at {} s", output.file(),
                at->value, *duration));
}

std::string clash_text(const output::Output& output, const output::Output& first)
{
    const Location& where = first.where();
    const auto normal
        = [](const std::string& file) { return std::filesystem::path(file).lexically_normal(); };
    if (normal(output.file()) == normal(first.file()))
        return fmt::format("a second output is named \"{}\"; the first is at {}:{}", output.file(),
            where.line, where.column);
    return fmt::format("\"{}\" is in the way of \"{}\" at {}:{}", output.file(), first.file(),
        where.line, where.column);
}

void add_output(OutputPtr output, Scene& result, Problems& problems)
{
    const auto first = std::ranges::find_if(result.outputs,
        [&](const OutputPtr& other) { return output::names_clash(other->file(), output->file()); });
    if (first != result.outputs.end())
        problems.add(output->where(), clash_text(*output, **first));
    check_moment(*output, result, problems);
    result.outputs.push_back(std::move(output));
}

} // namespace

void read_outputs(Options& scene, Scene& result)
{
    const Node* list
        = list_of(scene, "outputs", "list of files", "one MP4 and one SVG where absent");
    if (!list) {
        for (const char* extension : {".mp4", ".svg"})
            result.outputs.push_back(output::default_output(result.name + extension));
        return;
    }
    if (list->items.empty())
        scene.refuse("outputs", "outputs must hold at least one file");
    for (const Node& item : list->items)
        if (auto made
            = output::read_output(item, {.experiments = result.experiments}, scene.problems()))
            add_output(std::move(*made), result, scene.problems());
}

} // namespace thalweg::scene
