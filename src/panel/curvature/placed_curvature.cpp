#include "panel/curvature/placed_curvature.hpp"

#include "panel/marker.hpp"

#include <algorithm>
#include <array>

namespace thalweg::panel {

namespace {

// In sizes of small text.
constexpr double kBase = 1.1; // from the top of a line to its base line
constexpr double kMark = 0.3, kMarkAbove = 0.36; // radius of markers, and middle above the base
constexpr double kTriangle = 0.28; // half the side of what says which rate is larger
constexpr double kAxisLabel = 0.85; // from an axis' end to the middle of its label
constexpr double kAxisLabelInside = 1.1; // from there to the picture's side
constexpr double kLeastLabelled = 9; // the side of a picture with labels

constexpr double kRadius = 0.36; // of the curve that is shown, in sides of the picture
// In line units.
constexpr double kFrame = 0.8, kGroundLine = 1, kCurve = 1.8, kCasing = 1.6, kAxis = 1.1;
constexpr double kNarrowest = 0.55, kWidest = 2.2; // domains beyond are stretched, as on maps

/// Units of a picture for each axis: those of a map of the domain.
Vec2 units_of(const Box& domain)
{
    const double aspect = domain.width() / domain.height();
    if (aspect >= kNarrowest && aspect <= kWidest)
        return {1, 1};
    return {domain.height() / domain.width(), 1};
}

canvas::Path triangle(Vec2 middle, double half, bool is_up)
{
    const double tip = is_up ? -half : half;
    const std::array<Vec2, 3> points{
        middle + Vec2{0, tip}, middle + Vec2{half, -tip}, middle + Vec2{-half, -tip}};
    return canvas::Path::polygon(points);
}

} // namespace

CardLayout CurvatureCards::layout(const Setting& setting, double width) const
{
    std::vector<CardText> texts;
    for (std::size_t i = 0; i < runs.size(); ++i)
        texts.push_back({.name = names[i], .numbers = &numbers[i]});
    return CardLayout(texts, setting, width);
}

PlacedCurvature::PlacedCurvature(
    std::shared_ptr<const CurvatureCards> cards, const Placement& placement)
    : cards_(std::move(cards))
    , format_(placement.setting.format)
    , box_(placement.inner)
    , layout_(cards_->layout(placement.setting, box_.width()))
{
    const double size = format_.type.small;
    const double room = card(0).width() - layout_.picture() - layout_.gap() - layout_.mark_room()
        - layout_.verdict_width() - size;
    for (const NameLines& lines : fitted_names(cards_->names,
             {.width = room, .size = size, .lines = 1, .metrics = placement.setting.metrics}))
        names_.push_back(lines.front());
}

Box PlacedCurvature::card(std::size_t index) const
{
    const Box box = layout_.card(index);
    return {
        {box_.x.lo + box.x.lo, box_.x.lo + box.x.hi}, {box_.y.lo + box.y.lo, box_.y.lo + box.y.hi}};
}

Box PlacedCurvature::picture(std::size_t index) const
{
    const Box box = card(index);
    const double frame = 0.5 * kFrame * format_.line;
    return grown(
        Box{{box.x.lo, box.x.lo + layout_.picture()}, {box.y.lo, box.y.lo + layout_.picture()}},
        -frame);
}

/// From where a column's labels begin to where its numbers end.
Range PlacedCurvature::column(std::size_t index, std::size_t number_column) const
{
    const Box box = card(index);
    const double left = box.x.lo + layout_.picture() + layout_.gap();
    const auto n = static_cast<double>(layout_.number_columns());
    const double width = (box.x.hi - left - (n - 1) * layout_.column_gap()) / n;
    const double lo = left + static_cast<double>(number_column) * (width + layout_.column_gap());
    return {lo, lo + width};
}

double PlacedCurvature::base(std::size_t index, std::size_t line) const
{
    return card(index).y.lo + static_cast<double>(line) * layout_.line()
        + kBase * format_.type.small;
}

/// The left end of a row's base line; rows fill the first column first.
Vec2 PlacedCurvature::cell(std::size_t index, std::size_t row) const
{
    const std::size_t each = layout_.rows_of_column();
    return {column(index, row / each).lo, base(index, 1 + row % each)};
}

void PlacedCurvature::draw_backdrop(canvas::Canvas& canvas, const experiment::Moment&) const
{
    const canvas::Group group(canvas, "curvature");
    const canvas::Palette& palette = canvas.palette();
    const experiment::Experiments& experiments = *cards_->context.experiments;
    const double size = format_.type.small;
    for (std::size_t i = 0; i < names_.size(); ++i) {
        const Vec2 at{column(i, 0).lo, base(i, 0)};
        draw_mark(canvas, mark_of(experiments, cards_->runs[i]),
            at + Vec2{0.5 * size, -kMarkAbove * size},
            {.radius = kMark * size,
                .number_size = format_.type.least,
                .fill = run_color(palette, experiments, cards_->runs[i]),
                .edge = palette.background});
        canvas.text(names_[i], style(palette.text), {.at = at + Vec2{layout_.mark_room(), 0}});
        for (std::size_t row = 0; row < layout_.rows().size(); ++row)
            canvas.text(label_of(layout_.rows()[row]), style(palette.muted), {.at = cell(i, row)});
    }
}

void PlacedCurvature::add_action_key(
    const experiment::Moment& moment, std::vector<double>& key) const
{
    for (const std::size_t run : cards_->runs)
        key.push_back(reading_at(*cards_->context.experiments, run, moment).is_lost ? 1 : 0);
}

void PlacedCurvature::draw_action(canvas::Canvas& canvas, const experiment::Moment& moment) const
{
    const canvas::Group group(canvas, "curvature");
    for (std::size_t i = 0; i < names_.size(); ++i) {
        const Reading reading = reading_at(*cards_->context.experiments, cards_->runs[i], moment);
        if (layout_.picture() > 0)
            draw_model(canvas, i, reading);
        draw_numbers(canvas, i, reading);
        draw_comparison(canvas, i, reading);
    }
}

void PlacedCurvature::draw_model(
    canvas::Canvas& canvas, std::size_t index, const Reading& reading) const
{
    const experiment::Experiments& experiments = *cards_->context.experiments;
    const std::size_t run = cards_->runs[index];
    const canvas::Palette& palette = canvas.palette();
    const Box box = picture(index);
    const bool is_seen = reading.curvature.shape != surface::LocalShape::flat
        && reading.curvature.shape != surface::LocalShape::undefined;
    const QuadraticModel model(is_seen ? reading.hessian : Sym2{},
        units_of(experiments.of_run(run).plan.domain), kRadius * box.width());
    {
        const canvas::Clip only(canvas, box);
        if (reading.curvature.shape == surface::LocalShape::undefined)
            canvas.fill(canvas::Path::rectangle(box), palette.background);
        else
            model.draw_ground(canvas, box, kGroundLine * format_.line);
        if (model.is_curved()) {
            const canvas::Path curves = model.curves(box.center(), 1, box.width() + box.height());
            const double width = kCurve * format_.line;
            canvas.stroke(
                curves, {.color = palette.casing, .width = width + kCasing * format_.line});
            canvas.stroke(curves, {.color = run_color(palette, experiments, run), .width = width});
            draw_axes(canvas, box, model);
        }
    }
    canvas.stroke(canvas::Path::rectangle(box),
        {.color = palette.rule, .width = kFrame * format_.line, .cap = canvas::Cap::butt});
    if (reading.curvature.shape == surface::LocalShape::undefined)
        return;
    draw_mark(canvas, mark_of(experiments, run), box.center(),
        {.radius = kMark * format_.type.small,
            .number_size = format_.type.least,
            .fill = run_color(palette, experiments, run),
            .edge = palette.marker_edge});
}

/// Both axes up to the curve, with the names of their eigenvalues where there is room.
void PlacedCurvature::draw_axes(
    canvas::Canvas& canvas, const Box& box, const QuadraticModel& model) const
{
    const canvas::Palette& palette = canvas.palette();
    const double size = format_.type.least;
    const bool has_labels = box.width() > kLeastLabelled * size;
    const auto draw = [&](Vec2 half, Vec2 direction, const char* name) {
        canvas.stroke(canvas::Path::line(box.center() - half, box.center() + half),
            {.color = palette.text, .width = kAxis * format_.line});
        if (!has_labels)
            return;
        const Vec2 up = direction.y > 0 ? -direction : direction;
        const double room = 0.5 * box.width() / std::max(std::abs(up.x), std::abs(up.y));
        const double far = std::min(
            std::max(norm(half), kMark * size) + kAxisLabel * size, room - kAxisLabelInside * size);
        canvas.text(name,
            {.size = size,
                .color = palette.text,
                .halo = {.color = palette.halo, .width = 1.5 * format_.line}},
            {.at = box.center() + far * up,
                .x = canvas::AlignX::center,
                .y = canvas::AlignY::middle});
    };
    const Vec2 high = model.high_half_axis(), low = model.low_half_axis();
    draw(low, low / norm(low), "$\\lambda_2$");
    draw(high, high / norm(high), "$\\lambda_1$");
}

void PlacedCurvature::draw_numbers(
    canvas::Canvas& canvas, std::size_t index, const Reading& reading) const
{
    const canvas::Palette& palette = canvas.palette();
    const std::size_t run = cards_->runs[index];
    canvas::TextStyle bold = style(palette.text);
    bold.weight = canvas::Weight::bold;
    canvas.text(verdict_of(reading, cards_->context.experiments->trajectory(run)), bold,
        {.at = {card(index).x.hi, base(index, 0)}, .x = canvas::AlignX::right});
    const double width = column(index, 0).width();
    for (std::size_t row = 0; row < layout_.rows().size(); ++row)
        canvas.text(cards_->numbers[index].text(reading, layout_.rows()[row]), style(palette.text),
            {.at = cell(index, row) + Vec2{width, 0}, .x = canvas::AlignX::right});
}

/// A triangle and a word: which of both rates is larger.
void PlacedCurvature::draw_comparison(
    canvas::Canvas& canvas, std::size_t index, const Reading& reading) const
{
    const auto is_beyond = is_beyond_critical(reading);
    if (!is_beyond)
        return;
    const canvas::Palette& palette = canvas.palette();
    const double size = format_.type.small;
    const Vec2 at = cell(index, layout_.rows().size());
    const Color color = *is_beyond ? palette.text : palette.muted;
    canvas.fill(
        triangle(at + Vec2{0.5 * size, -kMarkAbove * size}, kTriangle * size, *is_beyond), color);
    canvas::TextStyle words = style(color);
    if (*is_beyond)
        words.weight = canvas::Weight::bold;
    canvas.text(*is_beyond ? "above critical" : "below critical", words,
        {.at = at + Vec2{layout_.mark_room(), 0}});
}

} // namespace thalweg::panel
