#include "scene/scene.hpp"

#include "scene/parts.hpp"
#include "scene/text_formulas.hpp"
#include "scene/yaml.hpp"

#include <fmt/format.h>

namespace thalweg::scene {

namespace {

constexpr double kLongest_s = 3600;

void read_version(Options& scene)
{
    scene.integer("version", 1, {.min = 1, .max = 1}, "of the scene language");
}

void read_time(Options& options, Scene& scene)
{
    using experiment::Pace;
    scene.duration_where = options.where_of("duration");
    scene.time.duration_s = options.number("duration", {.above = 0, .max = kLongest_s},
        "of the whole film in seconds; by what there is to see where absent");
    scene.time.pace = options.choice("pace", scene.time.pace,
        {{"auto", Pace::automatic}, {"linear", Pace::linear}, {"log", Pace::logarithmic}},
        "how steps are spread over the time that they play in");
}

Scene read_scene(Options& options, std::string name, std::span<const panel::PanelKind> panels)
{
    Scene scene;
    read_version(options);
    scene.name = std::move(name);
    scene.title = options.line("title", "", "above the picture");
    scene.title_where = options.where_of("title");
    scene.panels_where = options.where_of("panels");
    read_experiments(options, scene);
    read_time(options, scene);
    const panel::TrailPlan trail = read_style(options, scene);
    const panel::CameraPlan camera = read_camera(options, scene);
    read_figure(options, panels,
        {.experiments = scene.experiments, .camera = camera, .trail = trail, .title = scene.title},
        scene);
    read_outputs(options, scene);
    refuse_later_keys(options);
    options.finish();
    return scene;
}

} // namespace

Scene load_scene(const std::filesystem::path& path, std::span<const Override> overrides,
    std::span<const panel::PanelKind> panels)
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
    check_formulas(root, problems);
    Options options(root, problems);
    Scene scene = read_scene(options, path.stem().string(), panels);
    scene.path = path.string();
    problems.throw_if_any();
    return scene;
}

} // namespace thalweg::scene
