#include "panel/space/space_scales.hpp"

#include "panel/axes.hpp"
#include "panel/numbers.hpp"

#include <cmath>

#include <fmt/format.h>

namespace thalweg::panel {

namespace {

constexpr double kForeshortened = 0.75; // usual length of an axis, over its longest
constexpr double kZero = 0.1; // of the knee: a lowest height that counts as 0

using Marks = std::vector<std::pair<double, std::string>>;

std::string with_offset(const std::string& name, const Ticks& ticks)
{
    return ticks.offset.empty() ? name : name + " (" + ticks.offset + ")";
}

SpaceScale measured(const Marks& marks, std::string name, const Setting& setting)
{
    const canvas::TextStyle style{.size = setting.format.type.small};
    SpaceScale scale{.name = std::move(name)};
    scale.name_size = setting.metrics.size(scale.name, style);
    for (const auto& [at, label] : marks)
        scale.marks.push_back({at, label, setting.metrics.size(label, style)});
    return scale;
}

SpaceScale flat_scale(Range range, const std::string& name, int most, const Setting& setting)
{
    const Ticks ticks = linear_ticks(range, most);
    Marks marks;
    for (const Tick& tick : ticks.ticks)
        marks.emplace_back((tick.at - range.lo) / range.width(), tick.label);
    return measured(marks, with_offset(name, ticks), setting);
}

/// Logarithmic heights count from the lowest ground, which the axis' name tells.
SpaceScale logarithmic_scale(const HeightScale& heights, int most, const Setting& setting)
{
    const Range range = heights.range();
    Marks marks{{0, "0"}};
    const Ticks ticks = log_ticks({heights.knee(), range.width()}, most);
    for (const Tick& tick : ticks.ticks)
        marks.emplace_back(heights(range.lo + tick.at), tick.label);
    const std::string name = std::abs(range.lo) < kZero * heights.knee()
        ? "loss"
        : fmt::format("loss {} {}", range.lo > 0 ? "−" : "+", short_number(std::abs(range.lo)));
    return measured(marks, name, setting);
}

} // namespace

std::array<SpaceScale, 3> space_scales(
    const SpacePlan& plan, const Terrain& terrain, double length, const Setting& setting)
{
    const SpaceBox& box = terrain.box();
    const HeightScale& heights = terrain.heights();
    const auto most
        = [&](double side) { return ticks_for(kForeshortened * length * side, setting.format); };
    const auto name
        = [](const std::string& given, const char* usual) { return given.empty() ? usual : given; };
    const int most_upwards = most(SpaceBox::kHeight);
    return {flat_scale(box.domain().x, name(plan.x_label, "x"), most(box.width()), setting),
        flat_scale(box.domain().y, name(plan.y_label, "y"), most(box.depth()), setting),
        heights.is_logarithmic() ? logarithmic_scale(heights, most_upwards, setting)
                                 : flat_scale(heights.range(), "loss", most_upwards, setting)};
}

} // namespace thalweg::panel
