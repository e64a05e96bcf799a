#include "panel/contour/contour_labels.hpp"

#include "panel/contour/minima.hpp"
#include "panel/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace thalweg::panel {

namespace {

// In layout units.
constexpr double kFromPaths = 12; // least distance from every path
constexpr double kApart = 26; // least free space between two labels
constexpr double kFromOthers = 6; // likewise from minima, plates and the map's edge
constexpr double kEdgeFade = 8; // over which a label fades where a moving view cuts it off
constexpr double kHalo = 2;
constexpr double kLeastSpacing = 3; // to the lines beside, so that the labelled one is seen
constexpr int kSamplesPerCurve = 5;
// Fewer index lines than this leave room for labels on the others.
constexpr std::size_t kEnoughLabels = 4;
// Octaves of zoom at both ends of a layer over which its labels fade.
constexpr double kZoomFade = 0.12;

Box box_around(Vec2 center, Vec2 size)
{
    return {{center.x - 0.5 * size.x, center.x + 0.5 * size.x},
        {center.y - 0.5 * size.y, center.y + 0.5 * size.y}};
}

bool meets_path(const std::vector<Vec2>& points, const Projection& project, const Box& box)
{
    double enter = 0, leave = 1;
    for (std::size_t i = 1; i < points.size(); ++i)
        if (clip_segment(box, project(points[i - 1]), project(points[i]), enter, leave))
            return true;
    return false;
}

/// Finds places for the labels of one layer.
class Placer {
public:
    Placer(const LabelSetup& setup, const ContourLayer& layer)
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
        const double reach = kMinimumReach * map_scale(setup.placement.inner.width());
        for (const Vec2 minimum : setup.ground.experiment().minima.global)
            taken_.push_back(box_around(project_(minimum), {2 * reach, 2 * reach}));
        for (const surface::CriticalPoint& point : surface_.facts().critical_points)
            taken_.push_back(box_around(project_(point.at), {})); // lines cross at a saddle
        measure_head_labels();
    }

    /// The flattest place of a level at which a label of this size fits.
    std::optional<Vec2> place(std::size_t level, Vec2 size)
    {
        const contour::LevelSet& set = layer_.sets[level];
        const double steepest = gap(level) * project_.units_per_x() / (kLeastSpacing * line_unit());
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
        std::ranges::stable_sort(candidates, {}, &std::pair<double, Vec2>::first);
        for (const auto& [slope, p] : candidates)
            if (const Box box = box_around(project_(p), size); is_free(box)) {
                labels_.push_back(box);
                return p;
            }
        return std::nullopt;
    }

private:
    double line_unit() const { return setup_.placement.setting.format.line; }

    /// From a level to the nearest beside it, in heights.
    double gap(std::size_t level) const
    {
        double least = std::numeric_limits<double>::infinity();
        for (const std::size_t i : {level, level + 1})
            if (i > 0 && i < layer_.sets.size())
                least = std::min(least, layer_.sets[i].level - layer_.sets[i - 1].level);
        return least;
    }

    /// Under a moving camera, labels at heads may stand anywhere around a path.
    void measure_head_labels()
    {
        if (!setup_.camera.moves() || !setup_.placement.setting.detail.head_labels)
            return;
        canvas::TextMetrics& metrics = setup_.placement.setting.metrics;
        const canvas::TextStyle style{.size = setup_.placement.setting.format.type.label};
        for (const std::size_t run : setup_.runs) {
            const Vec2 size = metrics.size(setup_.context.experiments->run_plan(run).title, style);
            head_label_ = {std::max(head_label_.x, size.x + kFromPaths),
                std::max(head_label_.y, size.y + kFromPaths)};
        }
    }

    /// Is the ring so large that its label does not hide it?
    bool is_large_enough(const contour::Ring& ring, Vec2 size) const
    {
        const Vec2 first = project_(ring.beziers.front().p[0]);
        Box extent{{first.x, first.x}, {first.y, first.y}};
        for (const contour::Bezier& curve : ring.beziers) {
            const Vec2 p = project_(curve.p[3]);
            extent = hull(extent, {{p.x, p.x}, {p.y, p.y}});
        }
        return std::max(extent.width(), extent.height()) > 2 * size.x;
    }

    bool is_free(const Box& box) const
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

    bool is_off_paths(const Box& box) const
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

    const LabelSetup& setup_;
    const ContourLayer& layer_;
    const surface::Surface& surface_;
    Projection project_;
    Vec2 head_label_{};
    std::vector<Box> taken_, labels_;
};

/// Has a number no more than three digits, so that its label tells all of it?
bool is_short(double value)
{
    const double digits
        = std::abs(value) * std::pow(10, 2 - std::floor(std::log10(std::abs(value))));
    return value == 0 || std::abs(digits - std::round(digits)) < 1e-6;
}

/// 0 at a distance of 0 or less, 1 from `whole` on.
double faded(double distance, double whole)
{
    return std::clamp(distance / whole, 0.0, 1.0);
}

} // namespace

ContourLabels::ContourLabels(const LabelSetup& setup)
    : pyramid_(&setup.ground.pyramid())
    , moves_(setup.camera.moves())
    , text_size_(setup.placement.setting.format.type.small)
    , line_(setup.placement.setting.format.line)
{
    canvas::TextMetrics& metrics = setup.placement.setting.metrics;
    for (const ContourLayer& layer : pyramid_->layers()) {
        Placer placer(setup, layer);
        std::vector<Label>& labels = labels_.emplace_back();
        std::vector<double> levels;
        for (const contour::LevelSet& set : layer.sets)
            levels.push_back(set.level);
        const std::vector<std::string> texts = telling_numbers(levels);
        const auto add_all = [&](bool of_index_lines) {
            for (std::size_t i = 0; i < layer.sets.size(); ++i) {
                const bool is_index = layer.is_index[i] != 0;
                if (is_index != of_index_lines || !(is_index || is_short(levels[i])))
                    continue;
                const std::string& text = texts[i];
                const Vec2 size = metrics.size(text, {.size = text_size_});
                if (const auto at = placer.place(i, size))
                    labels.push_back({*at, text, size});
            }
        };
        add_all(true);
        if (labels.size() < kEnoughLabels)
            add_all(false);
    }
}

double ContourLabels::strength(const Projection& project, std::size_t layer) const
{
    const std::vector<ContourLayer>& layers = pyramid_->layers();
    const double width = project.view.width();
    double strength = 1;
    if (layer > 0)
        strength *= faded(std::log2(layers[layer].widest / width), kZoomFade);
    if (layer + 1 < layers.size())
        strength *= faded(std::log2(2 * width / layers[layer].widest), kZoomFade);
    return strength;
}

void ContourLabels::draw(canvas::Canvas& canvas, const Projection& project, std::size_t layer) const
{
    const canvas::Group group(canvas, "contour-labels");
    const canvas::Palette& palette = canvas.palette();
    const double of_zoom = strength(project, layer);
    for (const Label& label : labels_[layer]) {
        const Vec2 at = project(label.at);
        const Box box = box_around(at, label.size);
        const double inside = std::min({box.x.lo - project.box.x.lo, project.box.x.hi - box.x.hi,
            box.y.lo - project.box.y.lo, project.box.y.hi - box.y.hi});
        const double alpha = of_zoom * (moves_ ? faded(inside, kEdgeFade) : 1);
        if (alpha <= 0)
            continue;
        const canvas::Halo halo{palette.halo.with_alpha(alpha * palette.halo.a), kHalo * line_};
        canvas.text(label.text,
            {.size = text_size_, .color = palette.text.with_alpha(alpha), .halo = halo},
            {at, canvas::AlignX::center, canvas::AlignY::middle});
    }
}

} // namespace thalweg::panel
