#include "panel/contour/vector_arrows.hpp"

#include <algorithm>
#include <array>

namespace thalweg::panel {

namespace {

// In layout units, on a map of scale 1.
constexpr double kCasing = 1.8; // how much wider the casing is
constexpr double kLeastScale = 0.6; // thinner lines are not seen
constexpr double kOfLength = 0.55; // a point takes no more of its arrow

/// How arrows of a kind look.
struct ArrowForm {
    double width; ///< of the shaft
    double point, half; ///< length of the point, half of its width
    bool is_open; ///< two strokes instead of a filled point
    bool is_dashed;
};

/// By kind. The first lies on top: a slim arrow is seen on a wide one.
constexpr std::array<ArrowForm, 4> kForms{{
    {.width = 1.5, .point = 7, .half = 2.8, .is_open = false, .is_dashed = false},
    {.width = 1.9, .point = 6, .half = 4.2, .is_open = true, .is_dashed = false},
    {.width = 3.4, .point = 10, .half = 5.2, .is_open = false, .is_dashed = false},
    {.width = 1.6, .point = 6, .half = 3.6, .is_open = true, .is_dashed = true},
}};
constexpr std::array<HeadVector, 4> kOrder{
    HeadVector::step, HeadVector::velocity, HeadVector::newton, HeadVector::gradient};
constexpr std::array<double, 2> kDashes{4.5, 2.5};

std::size_t index_of(HeadVector kind)
{
    return static_cast<std::size_t>(kind);
}

/// Strokes and fills of one arrow, which its casing and its core share.
class ArrowDrawing {
public:
    ArrowDrawing(const HeadArrow& arrow, double scale)
        : form_(kForms[index_of(arrow.kind)])
        , line_(std::max(scale, kLeastScale))
        , from_(arrow.from)
        , tip_(arrow.to)
    {
        const Vec2 along = arrow.direction(), across{-along.y, along.x};
        const double size
            = std::min(scale, kOfLength * distance(arrow.from, arrow.to) / form_.point);
        back_ = tip_ - size * form_.point * along;
        left_ = back_ + size * form_.half * across;
        right_ = back_ - size * form_.half * across;
    }

    void draw(canvas::Canvas& canvas, const Color& color, double wider) const
    {
        const double width = form_.width * line_ + wider * line_;
        const std::array<double, 2> dashes{kDashes[0] * line_, kDashes[1] * line_};
        const bool has_dashes = form_.is_dashed && wider == 0;
        canvas.stroke(canvas::Path::line(from_, form_.is_open ? tip_ : back_),
            {.color = color,
                .width = width,
                .dashes = has_dashes ? std::span<const double>(dashes) : std::span<const double>(),
                .cap = canvas::Cap::butt});
        const std::array points{left_, tip_, right_};
        if (form_.is_open) {
            canvas.stroke(canvas::Path::polyline(points), {.color = color, .width = width});
            return;
        }
        const canvas::Path point = canvas::Path::polygon(points);
        canvas.fill(point, color);
        if (wider > 0)
            canvas.stroke(point, {.color = color, .width = wider * line_});
    }

private:
    ArrowForm form_;
    double line_;
    Vec2 from_, tip_;
    Vec2 back_{}, left_{}, right_{}; ///< of the point
};

} // namespace

void draw_arrows(canvas::Canvas& canvas, std::span<const HeadArrow> arrows, double scale)
{
    // All casings first, so that none hides an arrow below.
    for (const bool is_casing : {true, false})
        for (const HeadVector kind : kOrder)
            for (const HeadArrow& arrow : arrows) {
                if (arrow.kind != kind)
                    continue;
                const canvas::Palette& palette = canvas.palette();
                const Color& color = is_casing ? palette.casing : palette.vectors[index_of(kind)];
                ArrowDrawing(arrow, scale)
                    .draw(
                        canvas, color.with_alpha(color.a * arrow.opacity), is_casing ? kCasing : 0);
            }
}

const std::string& label_of(HeadVector kind)
{
    static const std::array<std::string, 4> labels{"$-\\nabla f$", "velocity", "step", "Newton"};
    return labels[index_of(kind)];
}

} // namespace thalweg::panel
