#include "panel/loss/curve_labels.hpp"

#include "panel/fitted_names.hpp"
#include "panel/marker.hpp"
#include "panel/spread.hpp"
#include "panel/wording.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

constexpr double kLine = 1.35; // from name to name, in sizes of text
constexpr double kLongest = 16; // of a name, likewise
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

/// The names of the curves' runs, each in one line.
std::vector<std::string> names_of(const experiment::Experiments& experiments,
    const std::vector<Curve>& curves, const Setting& setting)
{
    std::vector<std::size_t> runs;
    for (const Curve& curve : curves)
        runs.push_back(curve.run);
    const double size = setting.format.type.small;
    std::vector<std::string> names;
    for (const NameLines& lines : fitted_names(names_in_list(experiments, runs),
             {.width = kLongest * size, .size = size, .lines = 1, .metrics = setting.metrics}))
        names.push_back(lines.front());
    return names;
}

} // namespace

CurveLabels::CurveLabels(const experiment::Experiments& experiments,
    const std::vector<Curve>& curves, const LossProjection& project, const Setting& setting)
    : left_(project.box.x.hi + indent(setting.format))
    , size_(setting.format.type.small)
    , least_(setting.format.type.least)
    , radius_(curve_head_radius(setting.format))
{
    const std::vector<std::string> names = names_of(experiments, curves, setting);
    for (std::size_t i = 0; i < curves.size(); ++i) {
        const Curve& curve = curves[i];
        const double end = curve.y.empty() ? std::nan("") : project.y(curve.y.back());
        labels_.push_back(
            {curve.run, names[i], std::isnan(end) ? project.box.y.hi : project.box.y.clamp(end)});
    }
    std::ranges::stable_sort(labels_, {}, &Label::y);
    std::vector<double> wanted;
    for (const Label& label : labels_)
        wanted.push_back(label.y);
    const std::vector<double> places = spread(wanted, project.box.y, kLine * size_);
    for (std::size_t i = 0; i < labels_.size(); ++i)
        labels_[i].y = places[i];
}

double CurveLabels::room(const experiment::Experiments& experiments,
    const std::vector<Curve>& curves, const Setting& setting)
{
    double widest = 0;
    for (const std::string& name : names_of(experiments, curves, setting))
        widest
            = std::max(widest, setting.metrics.size(name, style_of(setting.format.type.small)).x);
    return indent(setting.format) + widest;
}

void CurveLabels::draw(canvas::Canvas& canvas, const experiment::Experiments& experiments) const
{
    const canvas::Palette& palette = canvas.palette();
    for (const Label& label : labels_) {
        draw_mark(canvas, mark_of(experiments, label.run),
            {left_ - kIndent * size_ - radius_, label.y},
            {.radius = radius_,
                .number_size = least_,
                .fill = run_color(palette, experiments, label.run),
                .edge = palette.background});
        canvas.text(label.name, style_of(size_, palette.text),
            {{left_, label.y}, canvas::AlignX::left, canvas::AlignY::middle});
    }
}

} // namespace thalweg::panel
