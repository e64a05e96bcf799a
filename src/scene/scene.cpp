#include "scene/scene.hpp"

#include "scene/parts.hpp"
#include "scene/yaml.hpp"

#include <fmt/format.h>

namespace thalweg::scene {

namespace {

constexpr double kLongest_s = 3600;

void read_version(Options& scene)
{
    scene.integer("version", 1, {.min = 1, .max = 1}, "of the scene language");
}

void read_duration(Options& scene, Plan& plan)
{
    plan.duration_s = scene.number("duration", {.above = 0, .max = kLongest_s},
        "of the film in seconds; the last second holds the end");
}

Scene read_scene(Options& options, std::string name)
{
    Scene scene;
    read_version(options);
    scene.plan.name = std::move(name);
    scene.plan.title = options.text("title", "", "above the picture");
    read_ground(options, scene.plan);
    read_runs(options, scene);
    read_duration(options, scene.plan);
    read_panels(options, scene.plan);
    read_style(options, scene.plan);
    read_camera(options, scene.plan);
    read_outputs(options, scene);
    refuse_later_keys(options);
    options.finish();
    return scene;
}

} // namespace

Scene load_scene(const std::filesystem::path& path, std::span<const Override> overrides)
{
    Problems problems;
    Node root = read_yaml(path);
    if (root.type != Node::Type::mapping) {
        problems.add(root.where,
            fmt::format(
                "a scene must be a mapping of keys, such as \"surface: rosenbrock\", not {}",
                root.type_name()));
        problems.throw_if_any();
    }
    apply_overrides(root, overrides, problems);
    Options options(root, problems);
    Scene scene = read_scene(options, path.stem().string());
    problems.throw_if_any();
    return scene;
}

} // namespace thalweg::scene
