#include "scene/panels.hpp"

#include "scene/basins.hpp"
#include "scene/parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace thalweg::scene {

namespace {

/// A level rule of default options, by its name.
LevelRule usual_levels()
{
    Problems none;
    return *make_kind(
        {.type = Node::Type::scalar, .where = {}, .text = "log"}, "levels", level_kinds(), none);
}

ContourPlan make_contour(Options& options)
{
    ContourPlan plan{.levels = usual_levels()};
    if (const Node* node = options.any("levels", "a level rule", "log", "which contour lines"))
        plan.levels
            = make_kind(*node, "levels", level_kinds(), options.problems()).value_or(plan.levels);
    plan.fill = options.flag("fill", plan.fill, "colour between the levels");
    plan.lines = options.flag("lines", plan.lines, "a line along each level");
    plan.labels = options.flag("labels", plan.labels, "the level's value on its line");
    plan.minima = options.flag("minima", plan.minima, "dashed cross-hairs at the known minima");
    options.text("basins", "",
        "the run whose basins of attraction are the ground, instead of the colours between levels");
    return plan;
}

constexpr Kind<ContourPlan> kKinds[] = {
    {"contour", "the surface from above, by its level curves", make_contour},
};

/// Kinds that the language has and this version has not.
constexpr std::array<std::string_view, 2> kLater = {"surface-3d", "loss"};

bool is_later(const Node& panel)
{
    const Node* kind = panel.type == Node::Type::mapping ? panel.find("kind") : &panel;
    return kind && kind->type == Node::Type::scalar
        && std::ranges::find(kLater, kind->text) != kLater.end();
}

/// The factory of the panel knows no runs, so their names are looked up here.
void read_basins(const Node& panel, Plan& plan, Problems& problems)
{
    const Node* name = panel.type == Node::Type::mapping ? panel.find("basins") : nullptr;
    if (name && name->type == Node::Type::scalar)
        plan.contour.basins = find_basins_run(name, name->where, plan, problems);
}

} // namespace

std::span<const Kind<ContourPlan>> panel_kinds()
{
    return kKinds;
}

void read_panels(Options& scene, Plan& plan)
{
    plan.contour = {.levels = usual_levels()};
    const Node* panels
        = mapping_of(scene, "panels", "what the picture shows, each by a name of its own");
    if (!panels)
        return;
    bool is_first = true;
    for (const Node::Entry& panel : panels->entries) {
        if (is_later(panel.value)) {
            scene.problems().add(panel.value.where,
                fmt::format(
                    "\"{}\": panels of this kind are not available in this version; \"contour\" is",
                    panel.key));
        } else if (!is_first) {
            scene.problems().add(panel.where,
                fmt::format("\"{}\": a second panel is not available in this version", panel.key));
        } else {
            plan.contour = make_kind(panel.value, "panel", panel_kinds(), scene.problems())
                               .value_or(plan.contour);
            read_basins(panel.value, plan, scene.problems());
            is_first = false;
        }
    }
}

} // namespace thalweg::scene
