#include "panel/contour/gradient_field.hpp"

#include "panel/contour/filled_contours.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace thalweg::panel {

namespace {

// In layout units on a map of scale 1.
constexpr double kArrowSpacing = 30, kLongestArrow = 22, kLineSpacing = 22;
constexpr double kPoint = 6.5, kHalfPoint = 2.6; // length of an arrow's point, half of its width
constexpr double kWidth = 1.1, kLeastScale = 0.6; // of lines; on small maps they are no thinner
constexpr double kShortestArrow = 0.4; // of the longest one
constexpr double kOfLength = 0.5; // a point takes no more of its arrow
constexpr double kBetweenPoints = 110; // along a streamline
constexpr double kAlpha = 0.62;

/// The norm that half of the slopes of a domain exceed; 0 where there is none.
double median_slope(const surface::Surface& surface, const Box& domain)
{
    constexpr int kSide = 32;
    std::vector<double> slopes;
    for (int i = 0; i < kSide * kSide; ++i) {
        const Vec2 at{domain.x.at((i % kSide + 0.5) / kSide),
            domain.y.at((std::floor(i / kSide) + 0.5) / kSide)};
        const auto [value, gradient] = surface.slope(at);
        if (const double slope = norm(gradient); std::isfinite(value + slope) && slope > 0)
            slopes.push_back(slope);
    }
    if (slopes.empty())
        return 0;
    const auto middle = slopes.begin() + static_cast<std::ptrdiff_t>(slopes.size() / 2);
    std::ranges::nth_element(slopes, middle);
    return *middle;
}

void add_point(canvas::Path& points, Vec2 tip, Vec2 along, double size)
{
    const Vec2 back = tip - size * kPoint * along,
               aside = size * kHalfPoint * Vec2{-along.y, along.x};
    points.add(canvas::Path::polygon(std::array{back + aside, tip, back - aside}));
}

} // namespace

GradientField::GradientField(const FieldSetup& setup)
    : setup_(setup)
    , scale_(map_scale(setup.map.width()))
{
    if (setup.form == FieldForm::arrows)
        usual_slope_ = median_slope(setup.surface, setup.domain);
    if (setup.form != FieldForm::streamlines)
        return;
    std::vector<contour::Streamline> placed;
    for (const ContourLayer& layer : setup.pyramid.layers()) {
        const Box& view = layer.views.front();
        const double zoom = view.width() / layer.widest;
        const Vec2 units{
            setup.map.width() / view.width() * zoom, setup.map.height() / view.height() * zoom};
        lines_.push_back(contour::evenly_spaced_streamlines(setup.surface, layer.box,
            {.scale = units,
                .spacing = kLineSpacing * scale_,
                .shown = layer.views,
                .placed = placed}));
        std::ranges::copy(lines_.back(), std::back_inserter(placed));
    }
}

void GradientField::draw(canvas::Canvas& canvas, const Projection& project, std::size_t layer) const
{
    if (setup_.form == FieldForm::none)
        return;
    const canvas::Group group(canvas, "field");
    const double fade = setup_.pyramid.layers()[layer].fade(project.view.width());
    const Marks marks = setup_.form == FieldForm::arrows
        ? arrow_marks(project, setup_.pyramid.layers()[layer].octave)
        : line_marks(project, layer);
    stroke(canvas, marks.old, 1);
    stroke(canvas, marks.fresh, fade);
}

void GradientField::stroke(canvas::Canvas& canvas, const Shapes& shapes, double strength) const
{
    if (shapes.shafts.empty() || strength <= 0)
        return;
    const Color color = canvas.palette().text.with_alpha(kAlpha * strength);
    canvas.stroke(shapes.shafts,
        {.color = color,
            .width = kWidth * std::max(scale_, kLeastScale),
            .cap = canvas::Cap::butt});
    canvas.fill(shapes.points, color);
}

std::vector<GradientField::Arrow> GradientField::arrows(const Projection& project, int octave) const
{
    // Places are the middles of a grid over the domain. Each octave of zoom halves their distance;
    // those of the octave before stay.
    const double parts = std::ldexp(1.0, octave);
    const Box &domain = setup_.domain, &view = project.view;
    const auto pitch = [&](Range side, double length) {
        return side.width() / std::max(1.0, std::round(length / (kArrowSpacing * scale_)));
    };
    const Vec2 step
        = Vec2{pitch(domain.x, setup_.map.width()), pitch(domain.y, setup_.map.height())} / parts;
    const Vec2 first{domain.x.lo + 0.5 * parts * step.x, domain.y.lo + 0.5 * parts * step.y};
    const auto number = [](double at, double from, double by) {
        return static_cast<long>(std::ceil((at - from) / by));
    };
    std::vector<Arrow> found;
    for (long i = number(view.x.lo, first.x, step.x); i < number(view.x.hi, first.x, step.x); ++i)
        for (long j = number(view.y.lo, first.y, step.y); j < number(view.y.hi, first.y, step.y);
             ++j) {
            const Vec2 way{static_cast<double>(i) * step.x, static_cast<double>(j) * step.y};
            if (auto arrow = arrow_at(project, first + way)) {
                arrow->is_new = i % 2 != 0 || j % 2 != 0;
                found.push_back(*arrow);
            }
        }
    return found;
}

std::optional<GradientField::Arrow> GradientField::arrow_at(
    const Projection& project, Vec2 place) const
{
    const auto [value, gradient] = setup_.surface.slope(place);
    const double slope = norm(gradient);
    if (!std::isfinite(value + slope) || slope == 0)
        return std::nullopt;
    const Vec2 way{-gradient.x * project.units_per_x(), gradient.y * project.units_per_y()};
    const double share = slope / (slope + usual_slope_);
    const double length = kLongestArrow * scale_ * std::lerp(kShortestArrow, 1.0, share);
    const Vec2 half = 0.5 * length / norm(way) * way;
    const auto is_defined = [&](Vec2 off) {
        const Vec2 at{
            place.x + off.x / project.units_per_x(), place.y - off.y / project.units_per_y()};
        return std::isfinite(setup_.surface.value(at));
    };
    if (!is_defined(half) || !is_defined(-half))
        return std::nullopt;
    return Arrow{project(place) - half, project(place) + half};
}

GradientField::Marks GradientField::arrow_marks(const Projection& project, int octave) const
{
    Marks marks;
    for (const Arrow& arrow : arrows(project, octave)) {
        Shapes& shapes = arrow.is_new ? marks.fresh : marks.old;
        const double length = distance(arrow.from, arrow.to);
        const Vec2 along = (arrow.to - arrow.from) / length;
        const double size = std::min(scale_, kOfLength * length / kPoint);
        shapes.shafts.add(canvas::Path::line(arrow.from, arrow.to - 0.5 * size * kPoint * along));
        add_point(shapes.points, arrow.to, along, size);
    }
    return marks;
}

GradientField::Marks GradientField::line_marks(const Projection& project, std::size_t layer) const
{
    Marks marks;
    for (std::size_t i = 0; i <= layer; ++i)
        for (const contour::Streamline& line : lines_[i])
            add_line(i < layer ? marks.old : marks.fresh, project, line);
    return marks;
}

void GradientField::add_line(
    Shapes& to, const Projection& project, const contour::Streamline& line) const
{
    add_curves(to.shafts, project, line, false);
    // Points stand at even distances, the same number on both sides of the middle.
    double length = 0;
    for (const contour::Bezier& curve : line)
        length += distance(project(curve.p[0]), project(curve.p[3]));
    const double between = length / std::max(1.0, std::round(length / (kBetweenPoints * scale_)));
    double next = 0.5 * between;
    for (const contour::Bezier& curve : line) {
        const Vec2 from = project(curve.p[0]), to_end = project(curve.p[3]);
        const double chord = distance(from, to_end);
        if (next < chord) {
            const Vec2 along = (to_end - from) / chord;
            add_point(to.points, project(curve.at(next / chord)) + 0.5 * scale_ * kPoint * along,
                along, scale_);
            next += between;
        }
        next -= chord;
    }
}

} // namespace thalweg::panel
