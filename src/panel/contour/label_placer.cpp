#include "panel/contour/label_placer.hpp"

#include "panel/contour/critical_marks.hpp"
#include "panel/contour/head_labels.hpp"
#include "panel/contour/head_vectors.hpp"
#include "panel/contour/minima.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace thalweg::panel {

namespace {

// In layout units.
constexpr double kFromPaths = 12; // least distance from every path
constexpr double kApart = 26; // least free space between two labels
constexpr double kFromOthers = 6; // likewise from minima, plates and the map's edge
constexpr double kLeastSpacing = 3; // to the lines beside, so that the labelled one is seen
constexpr int kSamplesPerCurve = 5;

bool meets_path(const std::vector<Vec2>& points, const Projection& project, const Box& box)
{
    double enter = 0, leave = 1;
    for (std::size_t i = 1; i < points.size(); ++i)
        if (clip_segment(box, project(points[i - 1]), project(points[i]), enter, leave))
            return true;
    return false;
}

} // namespace

Box box_around(Vec2 center, Vec2 size)
{
    return {{center.x - 0.5 * size.x, center.x + 0.5 * size.x},
        {center.y - 0.5 * size.y, center.y + 0.5 * size.y}};
}

LabelPlacer::LabelPlacer(const LabelSetup& setup, const ContourLayer& layer)
    : setup_(setup)
    , layer_(layer)
    , surface_(*setup.ground.experiment().plan.surface)
    , project_(setup.ground.projection(layer.box))
{
    if (setup.camera.moves()) { // all that the layer shows, at the scale of its widest view
        const double units = setup.placement.inner.width() / layer.widest;
        project_.box = {{0, layer.box.width() * units}, {0, layer.box.height() * units}};
    } else {
        taken_ = setup.taken;
    }
    const double scale = map_scale(setup.placement.inner.width());
    const double reach = kMinimumReach * scale;
    for (const Vec2 minimum : setup.ground.experiment().minima.global)
        taken_.push_back(box_around(project_(minimum), {2 * reach, 2 * reach}));
    // Where they have no marks, lines still cross at a saddle.
    const bool has_marks = setup.ground.shows_critical_points();
    const double side = has_marks ? 2 * kCriticalReach * scale : 0;
    for (const surface::CriticalPoint& point :
        has_marks ? setup.ground.experiment().critical_points : surface_.facts().critical_points)
        taken_.push_back(box_around(project_(point.at), {side, side}));
    if (setup.framed)
        take_sides(*setup.framed);
    measure_head_labels();
    find_rests();
}

std::optional<Vec2> LabelPlacer::place(std::size_t level, Vec2 size)
{
    const contour::LevelSet& set = layer_.sets[level];
    // Lines need to be apart where the camera rests; it passes by wider views.
    const double units = rests_.empty() ? project_.units_per_x()
                                        : setup_.placement.inner.width() / rests_.back().width();
    const double steepest = gap(level) * units / (kLeastSpacing * line_unit());
    std::vector<std::pair<double, Vec2>> candidates; // by slope
    for (const contour::Ring& ring : set.rings) {
        if (!is_large_enough(ring, size))
            continue;
        for (const contour::Bezier& curve : ring.beziers)
            for (int i = 0; i < kSamplesPerCurve; ++i) {
                const Vec2 p = curve.at((i + 0.5) / kSamplesPerCurve);
                const double slope = norm(surface_.slope(p).gradient);
                if (slope <= steepest)
                    candidates.emplace_back(slope, p);
            }
    }
    std::ranges::stable_sort(candidates, {}, [&](const std::pair<double, Vec2>& one) {
        return std::pair(!is_in_rest(one.second), one.first);
    });
    for (const auto& [slope, p] : candidates)
        if (const Box box = box_around(project_(p), size); is_free(box)) {
            labels_.push_back(box);
            return p;
        }
    return std::nullopt;
}

/// Keeps labels off the sides of a box of the ground.
void LabelPlacer::take_sides(const Box& box)
{
    const auto corners = box.corners();
    for (std::size_t i = 0; i < 4; ++i) {
        const Vec2 a = project_(corners[i]), b = project_(corners[(i + 1) % 4]);
        taken_.push_back(hull(box_around(a, {}), box_around(b, {})));
    }
}

/// Views of this layer at which the camera rests: shown twice, one sample after the other.
void LabelPlacer::find_rests()
{
    if (!setup_.camera.moves())
        return;
    const std::vector<Box> views
        = sampled_views(setup_.camera, setup_.context.timeline->duration_s());
    for (std::size_t i = 1; i < views.size(); ++i)
        if (views[i] == views[i - 1] && hull(layer_.box, views[i]) == layer_.box
            && views[i].width() >= layer_.least_width
            && (rests_.empty() || rests_.back() != views[i]))
            rests_.push_back(views[i]);
}

/// Is a point well inside of such a view?
bool LabelPlacer::is_in_rest(Vec2 p) const
{
    constexpr double kEdge = 0.12; // of the view's width
    return std::ranges::any_of(
        rests_, [&](const Box& view) { return grown(view, -kEdge * view.width()).contains(p); });
}

/// From a level to the nearest beside it, in heights.
double LabelPlacer::gap(std::size_t level) const
{
    double least = std::numeric_limits<double>::infinity();
    for (const std::size_t i : {level, level + 1})
        if (i > 0 && i < layer_.sets.size())
            least = std::min(least, layer_.sets[i].level - layer_.sets[i - 1].level);
    return least;
}

/// Under a moving camera, labels at heads may stand anywhere around a path.
void LabelPlacer::measure_head_labels()
{
    if (!setup_.camera.moves() || !setup_.placement.setting.detail.head_labels)
        return;
    const Setting& setting = setup_.placement.setting;
    head_label_ = vectors_reach(setup_.vectors, setup_.placement.inner.width(), setting);
    for (const HeadLabel& label : head_labels(
             *setup_.context.experiments, setup_.runs, setup_.placement.inner.width(), setting)) {
        const LabelSize size = measure(label, setting);
        head_label_ = {std::max(head_label_.x, size.width + kFromPaths),
            std::max(head_label_.y, size.height + kFromPaths)};
    }
}

/// Is the ring so large that its label does not hide it?
bool LabelPlacer::is_large_enough(const contour::Ring& ring, Vec2 size) const
{
    const Vec2 first = project_(ring.beziers.front().p[0]);
    Box extent{{first.x, first.x}, {first.y, first.y}};
    for (const contour::Bezier& curve : ring.beziers) {
        const Vec2 p = project_(curve.p[3]);
        extent = hull(extent, {{p.x, p.x}, {p.y, p.y}});
    }
    return std::max(extent.width(), extent.height()) > 2 * size.x;
}

bool LabelPlacer::is_free(const Box& box) const
{
    const Box room = grown(project_.box, -kFromOthers);
    if (hull(room, box) != room)
        return false;
    const auto meets = [&](const std::vector<Box>& others, double distance) {
        return std::ranges::any_of(
            others, [&](const Box& other) { return overlap(grown(other, distance), box); });
    };
    return !meets(labels_, kApart) && !meets(taken_, kFromOthers) && is_off_paths(box);
}

bool LabelPlacer::is_off_paths(const Box& box) const
{
    if (!setup_.camera.moves())
        return !setup_.action.meets(box, kFromPaths);
    Box wide = grown(box, kFromPaths);
    wide.x = {wide.x.lo - head_label_.x, wide.x.hi + head_label_.x};
    wide.y = {wide.y.lo - head_label_.y, wide.y.hi + head_label_.y};
    return std::ranges::none_of(setup_.runs, [&](std::size_t run) {
        return meets_path(setup_.context.experiments->trajectory(run).points, project_, wide);
    });
}

} // namespace thalweg::panel
