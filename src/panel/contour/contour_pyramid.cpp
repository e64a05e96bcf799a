#include "panel/contour/contour_pyramid.hpp"

#include "core/math.hpp"
#include "panel/contour/zoom_levels.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace thalweg::panel {

namespace {

constexpr double kSampleRate = 60; // views a second, to learn what the camera shows
constexpr double kMargin = 0.02; // of the view's width, beyond what is shown
constexpr std::size_t kMostViews = 24; // of an octave, looked at when levels are chosen
// Octaves of zoom over which new levels fade in; fewer where the camera does not go further.
constexpr double kFadeOctaves = 0.5, kShortestFade = 0.1;

int octave_of(double domain_width, double view_width)
{
    return static_cast<int>(std::floor(thalweg::log2(domain_width / view_width) + 1e-9));
}

/// What the camera shows, by octave.
std::map<int, std::vector<Box>> views_by_octave(const PyramidSetup& setup)
{
    std::map<int, std::vector<Box>> octaves;
    for (const Box& view : sampled_views(setup.camera, setup.duration_s))
        octaves[octave_of(setup.camera.domain().width(), view.width())].push_back(view);
    return octaves;
}

std::vector<Box> thinned(const std::vector<Box>& views)
{
    const std::size_t every = views.size() / kMostViews + 1;
    std::vector<Box> kept;
    for (std::size_t i = 0; i < views.size(); i += every)
        kept.push_back(views[i]);
    kept.push_back(views.back());
    return kept;
}

/// Where the views lie and how wide they are; no contours yet.
ContourLayer layer_of(int octave, const std::vector<Box>& views, const Camera& camera)
{
    ContourLayer layer{.octave = octave,
        .widest = camera.domain().width() * thalweg::pow(0.5, octave),
        .least_width = views.front().width(),
        .views = views,
        .box = views.front()};
    for (const Box& view : views) {
        layer.least_width = std::min(layer.least_width, view.width());
        layer.box = hull(layer.box, view);
    }
    if (camera.moves())
        layer.box = grown(layer.box, kMargin * layer.box.width());
    return layer;
}

void trace(ContourLayer& layer, const std::vector<ZoomLevel>& levels, const PyramidSetup& setup)
{
    std::vector<double> values;
    for (const ZoomLevel& level : levels) {
        values.push_back(level.value);
        layer.is_index.push_back(level.is_index);
        layer.is_new.push_back(layer.fades_in && level.is_new);
    }
    const double tolerance = setup.curve_tolerance * layer.least_width / setup.map_width;
    layer.sets = contour::trace_levels(setup.surface, layer.box, values, tolerance, setup.jobs);
    layer.undefined = find_undefined_ground(setup.surface, layer.box, tolerance);
    for (const contour::LevelSet& set : layer.sets)
        layer.regions.push_back(contour::super_level_outlines(setup.surface, layer.box, set));
}

} // namespace

double ContourLayer::fade(double view_width) const
{
    if (!fades_in)
        return 1;
    const double whole
        = std::clamp(thalweg::log2(widest / least_width), kShortestFade, kFadeOctaves);
    const double t = std::clamp(thalweg::log2(widest / view_width) / whole, 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

std::vector<Box> sampled_views(const Camera& camera, double duration_s)
{
    const int last = camera.moves() ? static_cast<int>(std::ceil(duration_s * kSampleRate)) : 0;
    std::vector<Box> views;
    for (int i = 0; i <= last; ++i)
        views.push_back(camera.view(i / kSampleRate));
    return views;
}

ContourPyramid::ContourPyramid(const PyramidSetup& setup)
    : domain_width_(setup.camera.domain().width())
{
    std::vector<ZoomLevel> levels = base_levels(setup.scale);
    for (const auto& [octave, views] : views_by_octave(setup)) {
        ContourLayer layer = layer_of(octave, views, setup.camera);
        layer.fades_in = !layers_.empty();
        if (octave > 0)
            levels = refined(levels, setup.scale, setup.surface, thinned(views));
        trace(layer, levels, setup);
        layers_.push_back(std::move(layer));
    }
}

std::size_t ContourPyramid::layer_for(const Box& view) const
{
    const auto covers
        = [&](const ContourLayer& layer) { return hull(layer.box, view) == layer.box; };
    const int octave = octave_of(domain_width_, view.width());
    const auto same = std::ranges::find(layers_, octave, &ContourLayer::octave);
    if (same != layers_.end() && covers(*same))
        return static_cast<std::size_t>(same - layers_.begin());
    // Between two samples, the camera may have been a little beyond the octave's views.
    const auto covering = std::ranges::find_if(layers_,
        [&](const ContourLayer& layer) { return layer.octave + 1 >= octave && covers(layer); });
    const auto found = covering != layers_.end() ? covering : layers_.end() - 1;
    return static_cast<std::size_t>(found - layers_.begin());
}

} // namespace thalweg::panel
