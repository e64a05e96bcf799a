#include "draw/axes.hpp"

#include "stage/axis.hpp"

#include <algorithm>

namespace thalweg {

namespace {
constexpr double kTickLength = 4, kLabelGap = 3, kLineWidth = 0.8;
constexpr double kLabelSize = 0.85; // of the text size
constexpr double kUnitsPerTick = 70;

int tick_count(double length)
{
    return std::clamp(static_cast<int>(length / kUnitsPerTick) + 1, 3, 9);
}
} // namespace

void draw_axes(Canvas& canvas, Typesetter& type, const Projection& project, const Palette& palette,
    double text_size)
{
    const Box& panel = project.panel;
    const TextStyle label{.size = kLabelSize * text_size, .color = palette.muted};

    for (const Tick& tick : axis_ticks(project.view.x, tick_count(panel.width()))) {
        const Vec2 p = project({tick.at, project.view.y.lo});
        canvas.line(p, p + Vec2{0, kTickLength});
        canvas.stroke(palette.rule, kLineWidth);
        type.draw(canvas, tick.label, label, p + Vec2{0, kTickLength + kLabelGap}, AlignX::center,
            AlignY::top);
    }
    for (const Tick& tick : axis_ticks(project.view.y, tick_count(panel.height()))) {
        const Vec2 p = project({project.view.x.lo, tick.at});
        canvas.line(p, p - Vec2{kTickLength, 0});
        canvas.stroke(palette.rule, kLineWidth);
        type.draw(canvas, tick.label, label, p - Vec2{kTickLength + kLabelGap, 0}, AlignX::right,
            AlignY::middle);
    }
    canvas.rectangle(panel);
    canvas.stroke(palette.rule, kLineWidth);

    const double away = kTickLength + kLabelGap + 1.35 * text_size;
    type.draw(
        canvas, "$x$", label, {panel.center().x, panel.y.hi + away}, AlignX::center, AlignY::top);
    type.draw(canvas, "$y$", label, {panel.x.lo - 3.4 * text_size, panel.center().y},
        AlignX::center, AlignY::middle);
}

} // namespace thalweg
