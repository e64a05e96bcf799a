#include "app/warnings.hpp"

#include "app/failure.hpp"
#include "canvas/typesetter.hpp"
#include "core/utf8.hpp"
#include "optimizer/stability.hpp"
#include "panel/contour/plan.hpp"
#include "panel/loss_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace thalweg::app {

namespace {

/// What a run may do and its author may not have meant.
void warn_of_run(const experiment::Experiment& experiment, const experiment::RunPlan& run,
    const optimizer::Trajectory& path, const Location& where, Warnings& warnings)
{
    if (!experiment.plan.domain.contains(run.start))
        warnings.add(where,
            fmt::format("the run \"{}\" starts at ({}, {}), outside of the domain", run.name,
                run.start.x, run.start.y));
    const std::string note
        = optimizer::stability_note(*experiment.plan.surface, run.optimizer, path);
    if (!note.empty())
        warnings.add(where, fmt::format("the run \"{}\" {}", run.name, note));
    if (path.outcome == optimizer::Outcome::stopped)
        warnings.add(where,
            fmt::format("the run \"{}\" stops at step {}: {}", run.name, path.ended_at, path.note));
}

/// Has a surface a value at some point of a grid over its domain?
bool is_somewhere_defined(const surface::Surface& surface, const Box& domain)
{
    constexpr int kSamples = 101; // each way
    for (int j = 0; j < kSamples; ++j)
        for (int i = 0; i < kSamples; ++i)
            if (std::isfinite(surface.value(
                    {domain.x.at(i / (kSamples - 1.0)), domain.y.at(j / (kSamples - 1.0))})))
                return true;
    return false;
}

canvas::TrailColors trail_colors(const scene::Scene& scene)
{
    for (const figure::NamedPanel& panel : scene.figure.panels)
        if (const auto* map = dynamic_cast<const panel::ContourPlan*>(panel.plan.get()))
            return map->trail.colors;
    return {};
}

/// Does an output use a theme? Where the scene leaves the choice, pages are light, all others dark.
bool is_used(canvas::Theme theme, const scene::Scene& scene)
{
    if (scene.theme != canvas::Theme::automatic)
        return scene.theme == theme;
    return std::ranges::any_of(scene.outputs, [&](const output::OutputPtr& output) {
        const bool is_page = output->kind() == "svg" || output->kind() == "pdf";
        return output->kind() != "csv" && is_page == (theme == canvas::Theme::light);
    });
}

/// Once for each colour that an author chose, in each theme in which it is drawn.
void warn_of_colors(
    const scene::Scene& scene, const experiment::Experiments& experiments, Warnings& warnings)
{
    const canvas::TrailColors trails = trail_colors(scene);
    for (std::size_t run = 0; run < scene.run_places.size(); ++run) {
        const experiment::RunPlan& plan = experiments.run_plan(run);
        if (!plan.color)
            continue;
        for (const canvas::Theme theme : {canvas::Theme::dark, canvas::Theme::light}) {
            const auto fault = canvas::accent_fault(canvas::palette(theme), trails, *plan.color);
            if (is_used(theme, scene) && !fault.empty())
                warnings.add(scene.run_places[run],
                    fmt::format("the color of the run \"{}\" {} of the {} theme", plan.name, fault,
                        theme == canvas::Theme::dark ? "dark" : "light"));
        }
    }
}

void warn_of_characters(
    const scene::Scene& scene, const experiment::Experiments& experiments, Warnings& warnings)
{
    canvas::Typesetter type;
    const auto look_at = [&](const Location& where, const std::string& text) {
        if (const std::string missing = type.missing_characters(text); !missing.empty())
            warnings.add(where,
                fmt::format("no installed font has these characters of \"{}\": {}", text, missing));
    };
    look_at(scene.title_where, scene.title);
    if (!type.has_math_font())
        warnings.add({.file = scene.path},
            "formulas are set without Latin Modern Math, which is not installed; in Debian and "
            "Ubuntu it is part of fonts-lmodern");
    for (std::size_t run = 0; run < scene.run_places.size(); ++run)
        look_at(scene.run_places[run], experiments.run_plan(run).title);
    for (const figure::NamedPanel& panel : scene.figure.panels) {
        look_at(scene.panels_where, panel.plan->title);
        if (const auto* map = dynamic_cast<const panel::ContourPlan*>(panel.plan.get()))
            for (const std::string& label : {map->x_label, map->y_label})
                look_at(scene.panels_where, label);
        if (const auto* loss = dynamic_cast<const panel::LossPlan*>(panel.plan.get()))
            for (const std::string& label : {loss->x_label, loss->y_label})
                look_at(scene.panels_where, label);
    }
}

} // namespace

void Warnings::add(const Location& where, const std::string& message)
{
    tell_warning(where, message);
    ++count_;
}

std::string Warnings::verdict() const
{
    return count_ == 0 ? "good" : fmt::format("{} warning{}", count_, count_ == 1 ? "" : "s");
}

void warn_of_runs(
    const scene::Scene& scene, const experiment::Experiments& experiments, Warnings& warnings)
{
    for (std::size_t i = 0; i < experiments.run_count(); ++i)
        warn_of_run(experiments.of_run(i), experiments.run_plan(i), experiments.trajectory(i),
            scene.run_places[i], warnings);
}

void warn_of_looks(
    const scene::Scene& scene, const experiment::Experiments& experiments, Warnings& warnings)
{
    const auto& all = experiments.all;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (const std::string& note : all[i].plan.surface->facts().notes)
            warnings.add(scene.surface_places[i], note);
        if (!is_somewhere_defined(*all[i].plan.surface, all[i].plan.domain))
            warnings.add(scene.surface_places[i],
                "the surface has no finite value anywhere in its domain: its map stays empty");
    }
    warn_of_colors(scene, experiments, warnings);
    warn_of_characters(scene, experiments, warnings);
}

} // namespace thalweg::app
