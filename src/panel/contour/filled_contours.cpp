#include "panel/contour/filled_contours.hpp"

#include <algorithm>

namespace thalweg::panel {

namespace {

/// The place on the ramp of each band, where only levels count that `counts` accepts.
std::vector<double> ramp_of(const ContourLayer& layer, const LevelScale& scale, auto&& counts)
{
    const std::size_t levels = layer.sets.size();
    std::vector<double> ramp(levels + 1);
    double lower = scale.lowest();
    std::size_t first = 0;
    for (std::size_t i = 0; i <= levels; ++i) {
        if (i < levels && !counts(i))
            continue;
        const double upper = i < levels ? scale.position(layer.sets[i].level) : scale.highest();
        for (; first <= i; ++first)
            ramp[first] = scale.ramp(lower, upper);
        lower = upper;
    }
    return ramp;
}

/// The highest level below which the map shows nothing; that many levels need no fill.
std::size_t first_seen(const ContourLayer& layer)
{
    for (std::size_t i = layer.sets.size(); i-- > 0;) {
        const contour::LevelSet& set = layer.sets[i];
        if (set.rings.empty() && set.cuts.empty() && !layer.regions[i].empty())
            return i + 1;
    }
    return 0;
}

/// Borders of the domain are straight: as a line, one costs a third of a curve's bytes.
bool runs_along_border(const contour::Bezier& curve)
{
    const auto is_flat = [&](double Vec2::*axis) {
        return std::ranges::all_of(curve.p, [&](Vec2 p) { return p.*axis == curve.p[0].*axis; });
    };
    return is_flat(&Vec2::x) || is_flat(&Vec2::y);
}

} // namespace

void add_curves(canvas::Path& path, const Projection& project,
    const std::vector<contour::Bezier>& curves, bool closed)
{
    if (curves.empty())
        return;
    path.move_to(project(curves.front().p[0]));
    for (const contour::Bezier& curve : curves)
        if (runs_along_border(curve))
            path.line_to(project(curve.p[3]));
        else
            path.curve_to(project(curve.p[1]), project(curve.p[2]), project(curve.p[3]));
    if (closed)
        path.close();
}

std::vector<double> band_ramp(const ContourLayer& layer, const LevelScale& scale, double fade)
{
    std::vector<double> ramp = ramp_of(layer, scale, [](std::size_t) { return true; });
    if (!layer.fades_in || fade >= 1)
        return ramp;
    const auto before
        = ramp_of(layer, scale, [&](std::size_t level) { return !layer.is_new[level]; });
    for (std::size_t band = 0; band < ramp.size(); ++band)
        ramp[band] = std::lerp(before[band], ramp[band], fade);
    return ramp;
}

void draw_filled_contours(canvas::Canvas& canvas, const Projection& project,
    const ContourLayer& layer, const LevelScale& scale)
{
    const std::vector<double> ramp = band_ramp(layer, scale, layer.fade(project.view.width()));
    const std::size_t first = first_seen(layer);
    canvas.fill(
        canvas::Path::rectangle(project.box), canvas::ground_color(canvas.palette(), ramp[first]));
    for (std::size_t level = first; level < layer.sets.size(); ++level) {
        canvas::Path path;
        for (const contour::Outline& outline : layer.regions[level])
            add_curves(path, project, outline, true);
        if (!path.empty())
            canvas.fill(path, canvas::ground_color(canvas.palette(), ramp[level + 1]));
    }
}

} // namespace thalweg::panel
