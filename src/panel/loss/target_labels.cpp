#include "panel/loss/target_labels.hpp"

#include "panel/numbers.hpp"
#include "panel/spread.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace thalweg::panel {

namespace {

constexpr double kLeastLeader = 0.25; // from a label to its line, in lines of text
constexpr double kLeaderGap = 0.75; // from the box to where leaders begin, in the labels' gap
constexpr double kRule = 0.8; // in line units

} // namespace

std::string written_number(double value)
{
    constexpr int kDigits = 6;
    return exact_number(std::stod(fmt::format("{:.{}g}", value, kDigits)));
}

TargetLabels::TargetLabels(std::vector<double> values, const LossProjection& project, double line)
    : left_(project.box.x.lo)
    , line_(line)
{
    if (values.empty())
        return;
    std::ranges::sort(values, std::ranges::greater()); // from the top
    const auto [first, last] = std::ranges::unique(values);
    values.erase(first, last);
    std::vector<double> lines;
    for (const double value : values)
        lines.push_back(project.y(value));
    const double apart = kLabelsApart * line;
    if (apart * static_cast<double>(values.size() - 1) > project.box.height()) {
        labels_.push_back({0.5 * (lines.front() + lines.back()), {lines.front(), lines.back()},
            written_number(values.back()) + "–" + written_number(values.front())});
        return;
    }
    const std::vector<double> places = spread(lines, project.box.y, apart);
    for (std::size_t i = 0; i < values.size(); ++i)
        labels_.push_back({places[i], {lines[i]}, written_number(values[i])});
}

void TargetLabels::draw(canvas::Canvas& canvas, const canvas::TextStyle& style, double right,
    const canvas::Format& format) const
{
    const double begin = left_ - kLeaderGap * (left_ - right);
    canvas::Path leaders;
    for (const Label& label : labels_) {
        canvas.text(
            label.text, style, {{right, label.at}, canvas::AlignX::right, canvas::AlignY::middle});
        for (const double line : label.lines)
            if (std::abs(line - label.at) > kLeastLeader * line_)
                leaders.add(canvas::Path::line({begin, label.at}, {left_, line}));
    }
    if (!leaders.points().empty())
        canvas.stroke(leaders, {.color = style.color, .width = kRule * format.line});
}

} // namespace thalweg::panel
