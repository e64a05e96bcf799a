#include "app/commands.hpp"
#include "app/produce.hpp"
#include "app/scene_argument.hpp"
#include "app/terminal.hpp"
#include "contour/trace.hpp"
#include "core/error.hpp"
#include "experiment/experiment.hpp"
#include "output/json.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace thalweg::app {

namespace {

/// The default tolerance, as a share of the domain's width.
constexpr double kFine = 1e-5;

struct ContourOptions {
    SceneArgument scene;
    std::vector<std::string> levels;
    std::string tolerance;
};

double number_of(const std::string& option, const std::string& text)
{
    double value = 0;
    if (!parse_number(text, value))
        throw UsageError(fmt::format("{} must be a finite number, not \"{}\"", option, text));
    return value;
}

/// A list of `items`, each as `write` gives it.
template <class Items, class Write>
std::string json_list(const Items& items, Write write)
{
    std::string text = "[";
    for (const auto& item : items) {
        if (text.size() > 1)
            text += ',';
        text += write(item);
    }
    return text + "]";
}

std::string json_point(Vec2 p)
{
    return fmt::format("{},{}", output::json_number(p.x), output::json_number(p.y));
}

std::string json_ring(const contour::Ring& ring)
{
    const auto bezier = [](const contour::Bezier& b) {
        return fmt::format("[{},{},{},{}]", json_point(b.p[0]), json_point(b.p[1]),
            json_point(b.p[2]), json_point(b.p[3]));
    };
    return fmt::format(R"({{"closed":{},"certified":{},"beziers":{}}})", ring.closed,
        ring.certified, json_list(ring.beziers, bezier));
}

std::string json_level(const contour::LevelSet& set)
{
    const auto point
        = [](const contour::UncertifiedPoint& p) { return "[" + json_point(p.at) + "]"; };
    const auto extent = [](const auto& p) {
        const Box& box = p.extent;
        return fmt::format(R"({{"x":[{},{}],"y":[{},{}]}})", output::json_number(box.x.lo),
            output::json_number(box.x.hi), output::json_number(box.y.lo),
            output::json_number(box.y.hi));
    };
    return fmt::format(
        R"({{"level":{},"certified":{},"uncertified_at":{},"uncertified_extents":{},"rings":{}}})",
        output::json_number(set.level), set.certified, json_list(set.uncertified, point),
        json_list(set.uncertified, extent), json_list(set.rings, json_ring));
}

void contours(const ContourOptions& options)
{
    const scene::Scene scene = options.scene.load();
    const experiment::ExperimentPlan& plan = options.scene.chosen(scene);
    std::vector<double> levels;
    for (const std::string& level : options.levels)
        levels.push_back(number_of("--level", level));
    if (levels.empty())
        levels = experiment::choose_levels(
            scene.experiments)[static_cast<std::size_t>(&plan - scene.experiments.data())];
    const double tolerance = options.tolerance.empty()
        ? kFine * plan.domain.width()
        : number_of("--tolerance", options.tolerance);
    if (!(tolerance > 0))
        throw UsageError("--tolerance must be above 0");
    const auto sets
        = contour::trace_levels(*plan.surface, plan.domain, levels, tolerance, default_jobs());
    print(fmt::format(R"({{"domain":{{"x":[{},{}],"y":[{},{}]}},"tolerance":{},"levels":{}}})",
              output::json_number(plan.domain.x.lo), output::json_number(plan.domain.x.hi),
              output::json_number(plan.domain.y.lo), output::json_number(plan.domain.y.hi),
              output::json_number(tolerance), json_list(sets, json_level))
        + "\n");
}

} // namespace

void add_contours(CLI::App& app)
{
    CLI::App* command = app.add_subcommand("contours", "print the contour curves as JSON");
    const auto options = std::make_shared<ContourOptions>();
    add_scene(*command, options->scene);
    add_experiment(*command, options->scene);
    command
        ->add_option("--level", options->levels,
            "a level to trace, again for each; the scene's own otherwise")
        ->allow_extra_args(false)
        ->type_name("L");
    command
        ->add_option("--tolerance", options->tolerance,
            "the greatest distance from the level set, in domain units (1e-5 of the domain's "
            "width)")
        ->type_name("T");
    command->footer("Cubic Bezier curves in domain coordinates; higher ground lies to the left.");
    command->callback([options] { contours(*options); });
}

} // namespace thalweg::app
