#include "panel/contour/minima.hpp"

#include <array>

namespace thalweg::panel {

namespace {

constexpr double kRing = 4.5, kTickFrom = 7.5, kDot = 1.8; // layout units on a map of scale 1
constexpr double kRingWidth = 1.3;
constexpr double kCrossHairAlpha = 0.26, kCrossHairWidth = 0.8; // fainter than index lines
constexpr std::array<double, 2> kDashes{3, 4};

void draw_cross_hair(
    canvas::Canvas& canvas, const Projection& project, Vec2 p, double scale, double line)
{
    const double away = (kMinimumReach + 3) * scale;
    canvas::Path path;
    for (const auto& [from, to] : {std::pair{p - Vec2{away, 0}, Vec2{project.box.x.lo, p.y}},
             {p + Vec2{away, 0}, Vec2{project.box.x.hi, p.y}},
             {p - Vec2{0, away}, Vec2{p.x, project.box.y.lo}},
             {p + Vec2{0, away}, Vec2{p.x, project.box.y.hi}}})
        path.add(canvas::Path::line(from, to));
    const std::array<double, 2> dashes{kDashes[0] * line, kDashes[1] * line};
    canvas.stroke(path,
        {.color = canvas.palette().minimum.with_alpha(kCrossHairAlpha),
            .width = kCrossHairWidth * line,
            .dashes = dashes,
            .cap = canvas::Cap::butt});
}

} // namespace

void draw_global_minimum(canvas::Canvas& canvas, Vec2 p, double scale, double opacity)
{
    canvas::Path path = canvas::Path::circle(p, kRing * scale);
    for (const Vec2 way : {Vec2{1, 0}, Vec2{-1, 0}, Vec2{0, 1}, Vec2{0, -1}})
        path.add(canvas::Path::line(p + kTickFrom * scale * way, p + kMinimumReach * scale * way));
    canvas.stroke(path,
        {.color = canvas.palette().minimum.with_alpha(opacity),
            .width = kRingWidth * scale,
            .cap = canvas::Cap::butt});
}

void draw_local_minimum(canvas::Canvas& canvas, Vec2 p, double scale, double opacity)
{
    canvas.fill(
        canvas::Path::circle(p, kDot * scale), canvas.palette().minimum.with_alpha(opacity));
}

void draw_minima(canvas::Canvas& canvas, const Projection& project,
    const experiment::Minima& minima, MinimaMark mark, double scale, double line)
{
    if (mark == MinimaMark::none)
        return;
    const canvas::Group group(canvas, "minima");
    const bool has_cross_hair = mark == MinimaMark::cross_hair && minima.global.size() == 1;
    for (const Vec2 minimum : minima.global) {
        if (!project.view.contains(minimum))
            continue;
        if (has_cross_hair)
            draw_cross_hair(canvas, project, project(minimum), scale, line);
        draw_global_minimum(canvas, project(minimum), scale);
    }
    for (const Vec2 minimum : minima.local)
        if (project.view.contains(minimum))
            draw_local_minimum(canvas, project(minimum), scale);
}

} // namespace thalweg::panel
