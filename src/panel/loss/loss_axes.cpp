#include "panel/loss/loss_axes.hpp"

#include "core/math.hpp"
#include "panel/numbers.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

constexpr double kGap = 6, kRule = 0.8; // in line units
constexpr double kCaptionGap = 2; // between the caption and the topmost label, in line units
constexpr double kLinesPerTick = 1.9; // least distance of grid lines, in lines of text
constexpr int kMostTicks = 7;
constexpr double kLastGap = 0.7; // least distance of the last mark, in that of the others
constexpr double kApart = 0.8; // least free space between labels side by side, in sizes of text
constexpr double kMarker = 4, kMarkerEdge = 1.5; // layout units of a film

canvas::TextStyle style_of(const canvas::Format& format, const Color& color = {})
{
    return {.size = format.type.small, .color = color};
}

double width_of(const std::string& text, const canvas::Format& format, canvas::TextMetrics& metrics)
{
    return metrics.size(text, style_of(format)).x;
}

/// Whether labels at the marks of a horizontal axis stand apart.
bool stand_apart(const std::vector<AxisMarks::Mark>& marks, const canvas::Format& format,
    canvas::TextMetrics& metrics)
{
    for (std::size_t i = 1; i < marks.size(); ++i) {
        const double halves = 0.5
            * (width_of(marks[i - 1].label, format, metrics)
                + width_of(marks[i].label, format, metrics));
        if (marks[i].at - marks[i - 1].at < halves + kApart * format.type.small)
            return false;
    }
    return true;
}

Ticks y_ticks(const ScaleRequest& scales, int most)
{
    return scales.logarithmic ? log_ticks(scales.y, most) : linear_ticks(scales.y, most);
}

double head_scale(const canvas::Format& format)
{
    return std::max(format.line, 0.6);
}

} // namespace

double curve_head_radius(const canvas::Format& format)
{
    return kMarker * head_scale(format);
}

double curve_head_reach(const canvas::Format& format)
{
    return (kMarker + kMarkerEdge) * head_scale(format);
}

double caption_width(
    const std::string& caption, const canvas::Format& format, canvas::TextMetrics& metrics)
{
    return width_of(caption, format, metrics);
}

double LossProjection::x(double value) const
{
    return box.x.at((value - scales.x.lo) / scales.x.width());
}

double LossProjection::y(double value) const
{
    const Range& range = scales.y;
    if (!scales.logarithmic)
        return box.y.hi - box.height() * ((value - range.lo) / range.width());
    if (value <= range.lo)
        return box.y.hi;
    return box.y.hi
        - box.height() * (thalweg::log(value) - thalweg::log(range.lo))
        / (thalweg::log(range.hi) - thalweg::log(range.lo));
}

std::string full_caption(const LossWords& words, const ScaleRequest& scales)
{
    const std::string offset = y_ticks(scales, kMostTicks).offset;
    return offset.empty() ? words.caption : words.caption + ", " + offset;
}

LossAxes::LossAxes(const LossProjection& project, const LossWords& words,
    const canvas::Format& format, canvas::TextMetrics& metrics)
    : format_(format)
    , box_(project.box)
    , caption_(full_caption(words, project.scales))
    , line_(metrics.size("0", style_of(format)).y)
{
    choose_x(project, metrics);
    choose_y(project);
    if (words.only_value)
        mark_y(project, *words.only_value);
    mark_targets(project, words.targets);
    measure(metrics);
}

/// Marks that divide the whole range into equal parts of a round number of steps; false where no
/// division fits.
bool LossAxes::divide_x(const LossProjection& project, canvas::TextMetrics& metrics)
{
    const Range& range = project.scales.x;
    const int most = ticks_for(box_.width(), format_);
    if (range.lo != 0 || !(range.hi >= 2))
        return false;
    for (double unit = thalweg::pow(10, std::floor(thalweg::log10(range.hi / most)));
         unit < range.hi; unit *= 10)
        for (const double digit : {1.0, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0}) {
            const double step = digit * unit, parts = range.hi / step;
            if (step != std::floor(step) || parts != std::floor(parts) || parts < 2 || parts > most)
                continue;
            x_.marks.clear();
            for (int i = 0; i <= static_cast<int>(parts); ++i)
                x_.marks.push_back({project.x(i * step), decimal_text(i * step, 0)});
            if (stand_apart(x_.marks, format_, metrics))
                return true;
        }
    return false;
}

/// As many whole numbers as stand apart, and the last one where it is far from them.
void LossAxes::choose_x(const LossProjection& project, canvas::TextMetrics& metrics)
{
    if (divide_x(project, metrics))
        return;
    const Range& range = project.scales.x;
    const double whole = std::min(range.width() + 1, 100.0);
    for (int most = std::min(ticks_for(box_.width(), format_), static_cast<int>(whole)); most >= 2;
         --most) {
        x_.marks.clear();
        for (const Tick& tick : linear_ticks(range, most).ticks)
            x_.marks.push_back({project.x(tick.at), tick.label});
        if (stand_apart(x_.marks, format_, metrics))
            break;
    }
    std::vector<AxisMarks::Mark> with_last = x_.marks;
    with_last.push_back({project.x(range.hi), decimal_text(range.hi, 0)});
    const double gap = x_.marks.size() < 2 ? 0 : x_.marks[1].at - x_.marks[0].at;
    if (with_last.back().at - x_.marks.back().at >= kLastGap * gap
        && stand_apart(with_last, format_, metrics))
        x_.marks = with_last;
}

void LossAxes::choose_y(const LossProjection& project)
{
    const double apart = kLinesPerTick * line_;
    const int most = std::clamp(static_cast<int>(box_.height() / apart) + 1, 2, kMostTicks);
    for (const Tick& tick : y_ticks(project.scales, most).ticks) {
        const double at = project.y(tick.at);
        if (y_.marks.empty() || y_.marks.back().at - at > 1.1 * line_)
            y_.marks.push_back({at, tick.label});
    }
}

bool LossAxes::shows(const LossProjection& project, double value) const
{
    return grown(box_, 0.5).contains({box_.x.lo, project.y(value)});
}

/// Ticks give way to a label.
void LossAxes::make_room_at(double y)
{
    std::erase_if(y_.marks,
        [&](const AxisMarks::Mark& mark) { return std::abs(mark.at - y) <= kLabelsApart * line_; });
}

/// Marks a value itself, in the place of ticks that are too near to it.
void LossAxes::mark_y(const LossProjection& project, double value)
{
    make_room_at(project.y(value));
    y_.marks.push_back({project.y(value), written_number(value)});
}

void LossAxes::mark_targets(const LossProjection& project, std::vector<double> values)
{
    std::erase_if(values, [&](double value) { return !shows(project, value); });
    targets_ = TargetLabels(std::move(values), project, line_);
    for (const TargetLabels::Label& label : targets_.labels())
        make_room_at(label.at);
}

void LossAxes::measure(canvas::TextMetrics& metrics)
{
    const double gap = kGap * format_.line;
    double widest = 0;
    for (const AxisMarks::Mark& mark : y_.marks)
        widest = std::max(widest, width_of(mark.label, format_, metrics));
    for (const TargetLabels::Label& label : targets_.labels())
        widest = std::max(widest, width_of(label.text, format_, metrics));
    insets_ = {.left = widest + gap,
        .top = 1.5 * line_ + kCaptionGap * format_.line,
        .right = curve_head_reach(format_),
        .bottom = gap + line_};
    for (const AxisMarks::Mark& mark : x_.marks)
        insets_.right = std::max(
            insets_.right, mark.at + 0.5 * width_of(mark.label, format_, metrics) - box_.x.hi);
}

void LossAxes::draw(canvas::Canvas& canvas, double left) const
{
    using canvas::AlignX, canvas::AlignY;
    const canvas::Palette& palette = canvas.palette();
    const canvas::TextStyle style = style_of(format_, palette.muted);
    const double gap = kGap * format_.line, rule = kRule * format_.line;
    canvas::Path grid;
    for (const AxisMarks::Mark& mark : y_.marks)
        grid.add(canvas::Path::line({box_.x.lo, mark.at}, {box_.x.hi, mark.at}));
    canvas.stroke(grid, {.color = palette.grid, .width = rule, .cap = canvas::Cap::butt});
    canvas.stroke(canvas::Path::line({box_.x.lo, box_.y.hi}, {box_.x.hi, box_.y.hi}),
        {.color = palette.rule, .width = rule, .cap = canvas::Cap::butt});
    for (const AxisMarks::Mark& mark : y_.marks)
        canvas.text(mark.label, style, {{box_.x.lo - gap, mark.at}, AlignX::right, AlignY::middle});
    for (const AxisMarks::Mark& mark : x_.marks)
        canvas.text(mark.label, style, {{mark.at, box_.y.hi + gap}, AlignX::center, AlignY::top});
    canvas.text(caption_, style, {{left, box_.y.lo - insets_.top}, AlignX::left, AlignY::top});
    targets_.draw(canvas, style, box_.x.lo - gap, format_);
}

} // namespace thalweg::panel
