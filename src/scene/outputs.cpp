#include "scene/basins.hpp"
#include "scene/parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace thalweg::scene {

namespace {

std::vector<OutputSpec> usual_outputs(const std::string& name)
{
    Problems none;
    std::vector<OutputSpec> outputs;
    for (const char* extension : {".mp4", ".svg"}) {
        Node file;
        file.type = Node::Type::scalar;
        file.text = name + extension;
        outputs.push_back(*read_output(file, none));
    }
    return outputs;
}

std::string normal(const std::string& file)
{
    return std::filesystem::path(file).lexically_normal().string();
}

/// A moment that the film does not reach is a slip.
void check_moment(const OutputSpec& output, const Plan& plan, Problems& problems)
{
    if (output.at.kind == When::Kind::step && output.at.value > plan.run.steps)
        problems.add(output.where,
            fmt::format("{} is to show step {}, but the runs end at step {}", output.file,
                output.at.value, plan.run.steps));
    if (output.at.kind == When::Kind::time && plan.duration_s && output.at.value > *plan.duration_s)
        problems.add(output.where,
            fmt::format("{} is to show the time {} s, but the film ends at {} s", output.file,
                output.at.value, *plan.duration_s));
}

/// A map of basins names a run, which only the plan knows.
void look_up_run(OutputSpec& output, const Node& item, const Plan& plan, Problems& problems)
{
    if (output.kind != OutputKind::basins)
        return;
    const Node* name = output.run.empty() ? nullptr : item.find("run");
    output.run_index = find_basins_run(name, output.where, plan, problems).value_or(0);
}

void add_output(const OutputSpec& output, Scene& result, Problems& problems)
{
    const auto first = std::ranges::find(result.outputs, normal(output.file),
        [](const OutputSpec& other) { return normal(other.file); });
    if (first != result.outputs.end())
        problems.add(output.where,
            fmt::format("a second output is named \"{}\"; the first is at {}:{}", output.file,
                first->where.line, first->where.column));
    check_moment(output, result.plan, problems);
    result.outputs.push_back(output);
}

} // namespace

void read_outputs(Options& scene, Scene& result)
{
    const Node* list
        = list_of(scene, "outputs", "list of files", "one MP4 and one SVG where absent");
    if (!list) {
        result.outputs = usual_outputs(result.plan.name);
        return;
    }
    if (list->items.empty())
        scene.refuse("outputs", "outputs must hold at least one file");
    for (const Node& item : list->items)
        if (auto output = read_output(item, scene.problems())) {
            look_up_run(*output, item, result.plan, scene.problems());
            add_output(*output, result, scene.problems());
        }
}

} // namespace thalweg::scene
