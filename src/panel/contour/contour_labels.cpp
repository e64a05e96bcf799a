#include "panel/contour/contour_labels.hpp"

#include "core/math.hpp"
#include "panel/contour/label_placer.hpp"
#include "panel/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace thalweg::panel {

namespace {

// In layout units.
constexpr double kEdgeFade = 8; // over which a label fades where a moving view cuts it off
constexpr double kHalo = 2;
// Fewer index lines than this leave room for labels on the others.
constexpr std::size_t kEnoughLabels = 4;
// Octaves of zoom at both ends of a layer over which its labels fade.
constexpr double kZoomFade = 0.12;

/// Has a number no more than three digits, so that its label tells all of it?
bool is_short(double value)
{
    const double digits
        = std::abs(value) * thalweg::pow(10, 2 - std::floor(thalweg::log10(std::abs(value))));
    return value == 0 || std::abs(digits - std::round(digits)) < 1e-6;
}

/// How far two boxes are apart along the axis on which they are farther; negative where they meet.
double free_space(const Box& a, const Box& b)
{
    return std::max({a.x.lo - b.x.hi, b.x.lo - a.x.hi, a.y.lo - b.y.hi, b.y.lo - a.y.hi});
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
    , taken_(moves_ ? setup.taken : std::vector<Box>{})
{
    canvas::TextMetrics& metrics = setup.placement.setting.metrics;
    for (const ContourLayer& layer : pyramid_->layers()) {
        LabelPlacer placer(setup, layer);
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
        strength *= faded(thalweg::log2(layers[layer].widest / width), kZoomFade);
    if (layer + 1 < layers.size())
        strength *= faded(thalweg::log2(2 * width / layers[layer].widest), kZoomFade);
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
        double inside = std::min({box.x.lo - project.box.x.lo, project.box.x.hi - box.x.hi,
            box.y.lo - project.box.y.lo, project.box.y.hi - box.y.hi});
        for (const Box& taken : taken_)
            inside = std::min(inside, free_space(taken, box));
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
