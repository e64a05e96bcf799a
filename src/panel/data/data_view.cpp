#include "panel/data/data_view.hpp"

#include <cmath>
#include <cstdint>
#include <unordered_set>

namespace thalweg::panel {

namespace {

using surface::Prediction;
using surface::Sample;
using surface::Samples;

constexpr double kPadding = 0.06; // of a range, at both ends
constexpr double kHuge = 1e300; // differences of such numbers are still finite
constexpr double kOneValue = 1e-12; // relative width of a range that counts as one value

/// A text that is shown as it is written.
std::string plain(const std::string& name, const char* fallback)
{
    std::string text;
    for (const char c : name.empty() ? std::string(fallback) : name)
        text += c == '$' ? std::string("\\$") : std::string(1, c);
    return text;
}

/// What holds some numbers with room beside them.
class Extent {
public:
    void add(double value)
    {
        value = std::clamp(value, -kHuge, kHuge);
        range_ = is_empty_ ? Range{value, value}
                           : Range{std::min(range_.lo, value), std::max(range_.hi, value)};
        is_empty_ = false;
    }
    Range padded() const
    {
        const double size = std::max(std::abs(range_.lo), std::abs(range_.hi));
        const bool is_one = range_.width() <= kOneValue * size;
        const double room = is_one ? std::max(0.5 * size, 0.5) : kPadding * range_.width();
        return {range_.lo - room, range_.hi + room};
    }

private:
    Range range_{};
    bool is_empty_ = true;
};

/// The input that has one value in all samples: 0 or 1, or 2 where both vary.
std::size_t constant_input(const std::vector<Sample>& samples)
{
    bool varies_0 = false, varies_1 = false;
    for (const Sample& one : samples) {
        varies_0 = varies_0 || one.inputs.x != samples.front().inputs.x;
        varies_1 = varies_1 || one.inputs.y != samples.front().inputs.y;
    }
    return !varies_0 ? 0 : !varies_1 ? 1 : 2;
}

void show_curve(DataView& view, const Samples& data, std::size_t constant)
{
    view.form = DataForm::curve;
    view.varying = 1 - constant;
    const Vec2 first = data.list.front().inputs;
    view.constant = constant == 0 ? first.x : first.y;
    for (const Sample& one : data.list)
        view.points.push_back({view.varying == 1 ? one.inputs.y : one.inputs.x, one.target});
    view.x_name = plain(data.input_names[view.varying], "input");
    view.y_name = plain(data.target_name, "target");
}

void show_border(DataView& view, const Samples& data)
{
    view.form = DataForm::border;
    for (const Sample& one : data.list)
        view.points.push_back(one.inputs);
    view.x_name = plain(data.input_names[0], "first input");
    view.y_name = plain(data.input_names[1], "second input");
    view.class_name = plain(data.target_name, "target");
}

void show_agreement(DataView& view, const Samples& data)
{
    view.form = DataForm::agreement;
    view.y_name = plain(data.target_name, "target");
    view.x_name = "predicted " + view.y_name;
    Extent extent;
    for (const Sample& one : data.list)
        extent.add(one.target);
    view.range = {extent.padded(), extent.padded()};
}

} // namespace

DataView data_view(const surface::DataSurface& surface)
{
    const Samples& data = surface.data();
    DataView view;
    for (const Sample& one : data.list)
        view.targets.push_back(one.target);
    if (const std::size_t constant = constant_input(data.list); constant < 2)
        show_curve(view, data, constant);
    else if (surface.predicts() == Prediction::probability)
        show_border(view, data);
    else
        show_agreement(view, data);
    if (view.points.empty())
        return view;
    Extent x, y;
    for (const Vec2 p : view.points) {
        x.add(p.x);
        y.add(p.y);
    }
    view.has_classes
        = view.form == DataForm::curve && surface.predicts() == Prediction::probability;
    if (view.has_classes)
        for (const double end : {0.0, 1.0}) // whatever the data are
            y.add(end);
    view.range = {x.padded(), y.padded()};
    return view;
}

std::vector<std::size_t> distinct_places(std::span<const Vec2> points, double side)
{
    std::unordered_set<std::uint64_t> taken;
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto column = static_cast<std::uint32_t>(std::llround(points[i].x / side));
        const auto row = static_cast<std::uint32_t>(std::llround(points[i].y / side));
        if (taken.insert(std::uint64_t{column} << 32 | row).second)
            kept.push_back(i);
    }
    return kept;
}

} // namespace thalweg::panel
