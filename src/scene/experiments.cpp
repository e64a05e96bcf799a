#include "scene/parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace thalweg::scene {

namespace {

using Experiments = std::vector<experiment::ExperimentPlan>;

/// The keys that the top level gives as defaults of every experiment.
constexpr std::array<std::string_view, 8> kDefaults
    = {"surface", "domain", "start", "starts", "steps", "budget", "gradient", "optimizers"};

/// What experiments have in common.
struct Sharing {
    bool domain = true, levels = true;
    bool by_surface = true; ///< only where the surface is the same
};

Sharing read_sharing(Options& scene)
{
    const Node* list
        = list_of(scene, "share", "list of levels, colors, domain", "what experiments share");
    if (!list)
        return {};
    Sharing sharing{.domain = false, .levels = false, .by_surface = false};
    for (const Node& item : list->items) {
        if (item.text == "domain")
            sharing.domain = true;
        else if (item.text == "levels" || item.text == "colors") // colours are those of levels
            sharing.levels = true;
        else
            scene.problems().add(item.where,
                fmt::format("share takes levels, colors and domain, not {}{}",
                    item.text.empty() ? std::string(item.type_name()) : "\"" + item.text + "\"",
                    did_you_mean(item.text, {"levels", "colors", "domain"})));
    }
    return sharing;
}

/// Do two nodes say the same, wherever they stand?
bool is_same(const Node& a, const Node& b)
{
    const auto same_entry = [](const Node::Entry& x, const Node::Entry& y) {
        return x.key == y.key && is_same(x.value, y.value);
    };
    return a.type == b.type && a.text == b.text && a.quoted == b.quoted
        && std::ranges::equal(a.items, b.items, is_same)
        && std::ranges::equal(a.entries, b.entries, same_entry);
}

/// The top level's values of the keys that are defaults of every experiment.
std::vector<Node::Entry> read_defaults(Options& scene)
{
    std::vector<Node::Entry> defaults;
    for (const std::string_view key : kDefaults)
        if (const Node* value = scene.any(key, "", "", ""))
            defaults.push_back({std::string(key), value->where, *value});
    return defaults;
}

/// An experiment's own keys, and the defaults where it has none.
Node with_defaults(const Node& own, const std::vector<Node::Entry>& defaults)
{
    Node merged = own;
    merged.type = Node::Type::mapping;
    const bool has_start = own.find("start") || own.find("starts");
    for (const Node::Entry& entry : defaults) {
        const bool is_start = entry.key == "start" || entry.key == "starts";
        if (!own.find(entry.key) && !(is_start && has_start))
            merged.entries.push_back(entry);
    }
    return merged;
}

void read_one(Options& options, const std::string& name, Scene& result)
{
    experiment::ExperimentPlan plan;
    plan.name = name;
    read_ground(options, plan);
    result.surface_places.push_back(options.where_of("surface"));
    read_runs(options, plan, result, result.run_places);
    result.experiments.push_back(std::move(plan));
}

/// The number of the first experiment that each one shares with; its own where there is none.
std::vector<std::size_t> leaders(const Experiments& experiments, bool by_surface)
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < experiments.size(); ++i) {
        std::size_t first = 0;
        while (by_surface && experiments[first].surface != experiments[i].surface)
            ++first;
        found.push_back(first);
    }
    return found;
}

void share(const Sharing& sharing, Experiments& experiments)
{
    const std::vector<std::size_t> first = leaders(experiments, sharing.by_surface);
    for (std::size_t i = 0; i < experiments.size(); ++i) {
        if (sharing.domain)
            experiments[first[i]].domain
                = hull(experiments[first[i]].domain, experiments[i].domain);
        if (sharing.levels && first[i] != i)
            experiments[i].levels_of = first[i];
    }
    for (std::size_t i = 0; sharing.domain && i < experiments.size(); ++i)
        experiments[i].domain = experiments[first[i]].domain;
}

/// Experiments whose surfaces are written alike get one surface: so others know that it is the
/// same.
void reuse_surface(const std::vector<Node>& surfaces, Experiments& experiments)
{
    for (std::size_t j = 0; j + 1 < surfaces.size(); ++j)
        if (is_same(surfaces[j], surfaces.back()))
            experiments.back().surface = experiments[j].surface;
}

void read_several(const Node& mapping, const std::vector<Node::Entry>& defaults, Problems& problems,
    Scene& result)
{
    std::vector<Node> surfaces;
    for (const Node::Entry& entry : mapping.entries) {
        if (entry.key.empty() || entry.key.find('.') != std::string::npos)
            problems.add(entry.where,
                fmt::format(
                    "an experiment's name must be text without a dot, not \"{}\"", entry.key));
        const Node node = with_defaults(entry.value, defaults);
        Options options(node, problems);
        if (entry.value.type != Node::Type::mapping && entry.value.type != Node::Type::null)
            problems.add(entry.value.where,
                fmt::format("an experiment must be a mapping, not {}", entry.value.type_name()));
        read_one(options, entry.key, result);
        options.finish();
        const Node* surface = node.find("surface");
        surfaces.push_back(surface ? *surface : Node{});
        reuse_surface(surfaces, result.experiments);
    }
}

} // namespace

void read_experiments(Options& scene, Scene& result)
{
    const Node* several = mapping_of(
        scene, "experiments", "several experiments by name; the top level gives their defaults");
    const Sharing sharing = read_sharing(scene);
    if (!several) {
        read_one(scene, "", result);
        return;
    }
    const std::vector<Node::Entry> defaults = read_defaults(scene);
    if (several->entries.empty())
        scene.refuse("experiments", "experiments must hold at least one");
    read_several(*several, defaults, scene.problems(), result);
    share(sharing, result.experiments);
}

} // namespace thalweg::scene
