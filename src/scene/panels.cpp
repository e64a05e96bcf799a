#include "scene/panels.hpp"

#include "scene/parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace thalweg::scene {

namespace {

using figure::NamedPanel;
using panel::ContourPlan;
using panel::PanelPlanPtr;

/// Parts that layouts place like panels.
constexpr std::array<std::string_view, 3> kParts = {"title", "legend", "colorbar"};
/// Panels that layouts may name without an entry, each with all options at their defaults.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kUnwritten
    = {{{"map", "contour"}, {"loss", "loss"}, {"table", "table"}}};

using Numbers = std::vector<std::size_t>;

/// Adds the numbers that are not there yet.
void unite(Numbers& all, const Numbers& more)
{
    for (const std::size_t number : more)
        if (std::ranges::find(all, number) == all.end())
            all.push_back(number);
    std::ranges::sort(all);
}

bool is_part(std::string_view name)
{
    return std::ranges::find(kParts, name) != kParts.end();
}

} // namespace

Panels::Panels(Options& scene, std::span<const panel::PanelKind> kinds,
    const panel::ReadContext& context, Scene& result)
    : kinds_(kinds)
    , context_(context)
    , scene_(result)
    , has_levels_(result.experiments.size())
{
    for (experiment::ExperimentPlan& one : result.experiments)
        one.levels = panel::default_levels();
    if (const Node* panels
        = mapping_of(scene, "panels", "what the picture shows, each by a name of its own"))
        for (const Node::Entry& entry : panels->entries) {
            if (is_part(entry.key) || entry.key == ".")
                scene.problems().add(entry.where,
                    fmt::format("\"{}\" names a part of every picture; give the panel another name",
                        entry.key));
            read(entry.value, entry.key, scene.problems());
        }
    add_missing();
}

void Panels::read(const Node& panel, const std::string& name, Problems& problems)
{
    const auto* kind = kind_of(panel, "panel", kinds_, problems);
    if (!kind)
        return;
    const auto made = make_kind(panel, "panel", kinds_, problems, context_);
    if (!made || !*made)
        return;
    entries_.push_back({name, std::string(kind->name), *made, true});
    if (const auto* map = dynamic_cast<const ContourPlan*>(made->get()))
        take_ground(panel, *map);
}

void Panels::take_ground(const Node& panel, const ContourPlan& map)
{
    experiment::ExperimentPlan& own = scene_.experiments[map.experiment];
    const std::size_t chooser = own.levels_of.value_or(map.experiment);
    if (panel.find("levels") && !has_levels_[chooser]) {
        has_levels_[chooser] = true;
        scene_.experiments[chooser].levels = map.levels;
    }
    if (map.basins_run && std::ranges::count(own.basins, *map.basins_run) == 0)
        own.basins.push_back(*map.basins_run);
    if (own.title.empty())
        own.title = map.title;
}

void Panels::add_missing()
{
    const auto has_map = [&](std::size_t number) {
        return std::ranges::any_of(entries_, [&](const Entry& entry) {
            const auto* map = dynamic_cast<const ContourPlan*>(entry.plan.get());
            return map && map->experiment == number;
        });
    };
    const auto is_taken
        = [&](const std::string& name) { return std::ranges::count(entries_, name, &Entry::name); };
    for (std::size_t e = 0; e < scene_.experiments.size(); ++e) {
        if (has_map(e))
            continue;
        std::string name = e == 0 ? "map" : scene_.experiments[e].name;
        while (is_taken(name) || is_part(name))
            name += " map";
        entries_.push_back({name, "contour", default_map(scene_.experiments[e].name)});
    }
    const bool has_loss = std::ranges::count(entries_, "loss", &Entry::kind) > 0;
    if (!has_loss && !is_taken("loss"))
        entries_.push_back({"loss", "loss", nullptr});
}

std::vector<std::string> Panels::names() const
{
    std::vector<std::string> known(kParts.begin(), kParts.end());
    for (const Entry& entry : entries_)
        known.push_back(entry.name);
    for (const auto& [name, kind] : kUnwritten)
        if (std::ranges::find(known, name) == known.end())
            known.emplace_back(name);
    return known;
}

std::vector<NamedPanel> Panels::all() const
{
    std::vector<std::string> order = {"title"};
    for (const Entry& entry : entries_)
        if (entry.kind == "contour")
            order.push_back(entry.name);
    order.emplace_back("legend");
    for (const Entry& entry : entries_)
        if (entry.kind != "contour")
            order.push_back(entry.name);
    order.emplace_back("colorbar");
    return of(order);
}

std::vector<NamedPanel> Panels::of(const std::vector<std::string>& names) const
{
    std::vector<NamedPanel> panels;
    for (const std::string& name : names)
        panels.push_back({name, is_part(name) ? nullptr : panel(name, names), is_written(name)});
    for (NamedPanel& one : panels)
        if (is_part(one.name))
            one.plan = part(one.name, panels);
    std::erase_if(panels, [](const NamedPanel& one) { return !one.plan; });
    return panels;
}

bool Panels::is_written(const std::string& name) const
{
    return std::ranges::any_of(
        entries_, [&](const Entry& entry) { return entry.name == name && entry.is_written; });
}

/// A map of an experiment (empty: of the only one).
PanelPlanPtr Panels::default_map(const std::string& experiment) const
{
    Problems none;
    Node said{.type = Node::Type::mapping, .where = {}};
    Node name{.type = Node::Type::scalar, .where = {}};
    name.text = experiment;
    name.quoted = true;
    if (!experiment.empty())
        said.entries.push_back({.key = "of", .where = said.where, .value = name});
    Options options(said, none);
    return panel::make_contour(options, context_);
}

/// A panel of a kind, all options at their defaults. A map shows all runs; other panels show those
/// that the maps among `names` show, all where there are none.
PanelPlanPtr Panels::default_panel(
    std::string_view kind, const std::vector<std::string>& names) const
{
    panel::ReadContext context = context_;
    if (kind != "contour")
        for (const std::string& name : names)
            if (const auto map = std::dynamic_pointer_cast<const ContourPlan>(panel(name, {})))
                unite(context.runs, map->runs);
    Problems none;
    const Node nothing{.type = Node::Type::mapping, .where = {}};
    Options options(nothing, none);
    return find_kind(kinds_, kind)->make(options, context);
}

PanelPlanPtr Panels::panel(const std::string& name, const std::vector<std::string>& names) const
{
    const auto entry = std::ranges::find(entries_, name, &Entry::name);
    if (entry != entries_.end() && entry->plan)
        return entry->plan;
    const auto unwritten
        = std::ranges::find(kUnwritten, name, [](const auto& row) { return row.first; });
    return unwritten == kUnwritten.end() ? nullptr : default_panel(unwritten->second, names);
}

/// Does any panel show curves of several experiments?
bool Panels::has_dashes(const std::vector<NamedPanel>& panels) const
{
    const auto experiment_of = [&](std::size_t run) {
        std::size_t number = 0;
        while (run >= context_.experiments[number].runs.size())
            run -= context_.experiments[number++].runs.size();
        return number;
    };
    return std::ranges::any_of(panels, [&](const NamedPanel& one) {
        const auto* curves = dynamic_cast<const panel::LossPlan*>(one.plan.get());
        return curves && std::ranges::any_of(curves->runs, [&](std::size_t run) {
            return experiment_of(run) != experiment_of(curves->runs.front());
        });
    });
}

/// A part of a picture of these panels.
PanelPlanPtr Panels::part(const std::string& name, const std::vector<NamedPanel>& panels) const
{
    Maps maps;
    Numbers runs;
    std::vector<panel::ColoredGround> grounds;
    for (const NamedPanel& one : panels) {
        if (auto map = std::dynamic_pointer_cast<const ContourPlan>(one.plan))
            maps.push_back(std::move(map));
        if (const auto ground = one.plan ? panel::colored_ground(*one.plan) : std::nullopt)
            grounds.push_back(*ground);
        if (one.plan && one.plan->has_legend)
            unite(runs, one.plan->runs);
    }
    const bool wants_legend = maps.empty()
        || std::ranges::any_of(maps, [](const auto& map) { return map->has_legend; });
    if (name == "title")
        return panel::make_title(context_);
    if (name == "legend")
        return wants_legend ? panel::make_legend(std::move(runs), has_dashes(panels)) : nullptr;
    return panel::make_color_bar(grounds);
}

} // namespace thalweg::scene
