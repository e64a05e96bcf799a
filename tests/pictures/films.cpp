#include "pictures/films.hpp"

#include "support/program.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <fmt/format.h>

namespace thalweg::test {

namespace {

const figure::PlacedItem& first_map(const figure::Figure& figure)
{
    for (const figure::PlacedItem& item : figure.items())
        if (item.panel->view(figure.timeline().moment(0)).size() == 4)
            return item; // only maps have views of four sides
    throw std::runtime_error("the figure has no map");
}

std::string runs_of(int count, const char* options)
{
    std::string text = "optimizers:\n";
    for (int i = 0; i < count; ++i)
        text += fmt::format(
            "  - {{kind: momentum, learning_rate: {}, momentum: {}, label: run {}}}\n",
            0.0002 + 0.0001 * i, 0.4 + 0.045 * i, i + 1);
    return options + text;
}

} // namespace

Film film_of(const std::string& name, scene::Scene scene)
{
    Film film{.name = name};
    for (const figure::NamedPanel& panel : scene.figure.panels)
        if (const auto* map = dynamic_cast<const panel::ContourPlan*>(panel.plan.get())) {
            film.trail = map->trail;
            break;
        }
    film.production = production_of(std::move(scene));
    return film;
}

Film film_of_text(const std::string& name, const std::string& text)
{
    return film_of(name, scene_of_text(text));
}

std::vector<std::pair<std::string, std::string>> hard_scenes()
{
    return {
        {"twelve runs from one start", runs_of(12, "surface: rosenbrock\nsteps: 400\n")},
        {"twelve runs from three starts",
            runs_of(4,
                "surface: rosenbrock\nsteps: 300\n"
                "starts: [[-1.5, 1.5], [0, 2.5], [1.7, -0.5]]\n")},
        {"cycles of two",
            "surface: bowl\ndomain: {x: [-2, 2], y: [-2, 2]}\nsteps: 40\n"
            "starts: [[-1.2, 1], [1, 1.6], [-0.3, -1.5]]\n"
            "optimizers:\n  - {kind: gradient-descent, learning_rate: 1}\n"},
        {"a run that diverges at once",
            "surface: rosenbrock\nsteps: 200\noptimizers:\n"
            "  - {kind: gradient-descent, learning_rate: 1, label: too fast}\n"
            "  - {kind: momentum, learning_rate: 0.001, momentum: 0.9}\n"},
        {"a run that never moves",
            "surface: rosenbrock\nstart: [1, 1]\nsteps: 100\noptimizers: [gradient-descent]\n"},
        {"a domain of a billionth",
            "surface: bowl\ndomain: {x: [-5.0e-10, 5.0e-10], y: [-5.0e-10, 5.0e-10]}\n"
            "start: [-4.0e-10, 3.0e-10]\nsteps: 100\noptimizers:\n"
            "  - {kind: gradient-descent, learning_rate: 0.02}\n"
            "  - {kind: momentum, learning_rate: 0.02, momentum: 0.9}\n"},
        {"sixty thousand steps",
            "surface: rosenbrock\nsteps: 60000\noptimizers:\n"
            "  - {kind: gradient-descent, learning_rate: 0.0005}\n"
            "  - {kind: sgd, learning_rate: 0.0005, noise: {sigma: 3, seed: 4}}\n"},
        {"a camera that follows",
            "surface: rosenbrock\nsteps: 400\noptimizers:\n"
            "  - {kind: momentum, learning_rate: 0.001, momentum: 0.9, label: momentum}\n"
            "  - {kind: gradient-descent, learning_rate: 0.001}\n"
            "camera: [{at: 0, follow: momentum, width: 0.8}]\n"},
    };
}

std::vector<double> frame_times(const Film& film)
{
    std::vector<double> times;
    const auto count = static_cast<int>(std::round(film.timeline().duration_s() / kFrames_s));
    for (int k = 0; k < count; ++k)
        times.push_back(k * kFrames_s);
    return times;
}

MapWatch::MapWatch(const Film& film, const canvas::Format& format)
    : film_(film)
    , figure_(film.production->figure(format, 2))
    , map_(&first_map(*figure_))
    , recorder_(canvas::palette(canvas::Theme::dark), type_,
          {{0, figure_->format().width}, {0, figure_->format().height}}, false)
{
}

std::vector<RunMarks> MapWatch::marks(const experiment::Moment& moment)
{
    recorder_.clear();
    map_->panel->draw_action(recorder_, moment);
    const experiment::Experiments& experiments = film_.production->experiments();
    std::vector<RunMarks> all(experiments.run_count());
    for (std::size_t run = 0; run < all.size(); ++run) {
        const std::string& name = experiments.run_plan(run).name;
        const auto is_in = [&](const auto& drawn, const char* prefix) {
            return std::ranges::find(drawn.groups, canvas::group_id(prefix, name))
                != drawn.groups.end();
        };
        for (const canvas::RecordedFill& fill : recorder_.fills())
            if (is_in(fill, "head"))
                all[run].head = all[run].head ? hull(*all[run].head, fill.extent) : fill.extent;
        for (const canvas::RecordedText& text : recorder_.texts())
            if (is_in(text, "label") && !text.text.starts_with("·")) { // which begins a badge
                all[run].label = all[run].label ? hull(*all[run].label, text.box) : text.box;
                all[run].opacity = text.color.a;
            }
    }
    return all;
}

panel::Projection MapWatch::projection(const experiment::Moment& moment) const
{
    const std::vector<double> view = map_->panel->view(moment);
    return {{{view[0], view[1]}, {view[2], view[3]}}, map_->inner};
}

} // namespace thalweg::test
