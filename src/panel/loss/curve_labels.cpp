#include "panel/loss/curve_labels.hpp"

#include "panel/marker.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

constexpr double kLine = 1.35; // from name to name, in sizes of text
constexpr double kIndent = 0.5; // from the marker to the name, likewise

canvas::TextStyle style_of(double size, const Color& color = {})
{
    return {.size = size, .color = color};
}

/// From the box to the names.
double indent(const canvas::Format& format)
{
    return 3 * curve_head_reach(format) + kIndent * format.type.small;
}

/// Moves places apart by no more than they need, inside of a range where that has room for all.
///
/// places  rising
void spread(std::vector<double*>& places, Range range, double apart)
{
    double least = range.lo;
    for (double* place : places) {
        *place = std::max(*place, least);
        least = *place + apart;
    }
    double most = range.hi;
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
        **place = std::min(**place, most);
        most = **place - apart;
    }
}

} // namespace

CurveLabels::CurveLabels(const experiment::Experiments& experiments,
    const std::vector<Curve>& curves, const LossProjection& project, const Setting& setting)
    : left_(project.box.x.hi + indent(setting.format))
    , size_(setting.format.type.small)
    , radius_(curve_head_radius(setting.format))
    , number_size_(setting.format.type.least)
{
    for (const Curve& curve : curves) {
        const double end = curve.y.empty() ? std::nan("") : project.y(curve.y.back());
        labels_.push_back({curve.run, experiments.run_plan(curve.run).title,
            std::isnan(end) ? project.box.y.hi : project.box.y.clamp(end)});
    }
    std::ranges::stable_sort(labels_, {}, &Label::y);
    std::vector<double*> places;
    for (Label& label : labels_)
        places.push_back(&label.y);
    spread(places, project.box.y, kLine * size_);
}

double CurveLabels::room(const experiment::Experiments& experiments,
    const std::vector<Curve>& curves, const Setting& setting)
{
    double widest = 0;
    for (const Curve& curve : curves)
        widest = std::max(widest,
            setting.metrics
                .size(experiments.run_plan(curve.run).title, style_of(setting.format.type.small))
                .x);
    return indent(setting.format) + widest;
}

void CurveLabels::draw(canvas::Canvas& canvas, const experiment::Experiments& experiments) const
{
    const canvas::Palette& palette = canvas.palette();
    for (const Label& label : labels_) {
        draw_mark(canvas, mark_of(experiments, label.run),
            {left_ - kIndent * size_ - radius_, label.y},
            {.radius = radius_,
                .number_size = number_size_,
                .fill = run_color(palette, experiments, label.run),
                .edge = palette.background});
        canvas.text(label.name, style_of(size_, palette.text),
            {{left_, label.y}, canvas::AlignX::left, canvas::AlignY::middle});
    }
}

} // namespace thalweg::panel
