#include "panel/axes.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace thalweg::panel {

namespace {

// In line units: of a film, layout units.
constexpr double kTick = 4, kGap = 3, kRule = 0.8;
constexpr double kSizesPerTick = 5.8; // of text, along a side
constexpr double kApart = 0.6; // least free space between labels side by side, in sizes of text
constexpr double kTolerance = 0.01;

canvas::TextStyle label_style(const canvas::Format& format, const Color& color = {})
{
    return {.size = format.type.small, .color = color};
}

/// Where texts stand, from the box outwards.
struct Distances {
    double labels_below, labels_left; ///< of the axis, from the box
    double line; ///< height of a line of text

    Distances(const canvas::Format& format, canvas::TextMetrics& metrics)
        : labels_left((kTick + kGap) * format.line)
        , line(metrics.size("0", label_style(format)).y)
    {
        // The lowest label at the left and the first one below stand corner to corner.
        labels_below = std::max(labels_left, 0.5 * line + 0.5 * format.line);
    }
};

/// A text of an axis with its place.
struct Piece {
    enum class Role { label, offset, name };
    Role role;
    std::string text;
    canvas::Anchor anchor;
};

std::vector<Piece> pieces_below(const AxisMarks& x, const Box& box, const Distances& away)
{
    using canvas::AlignX, canvas::AlignY;
    using Role = Piece::Role;
    std::vector<Piece> pieces;
    for (const AxisMarks::Mark& mark : x.marks)
        pieces.push_back({Role::label, mark.label,
            {{mark.at, box.y.hi + away.labels_below}, AlignX::center, AlignY::top}});
    const double below = box.y.hi + away.labels_below + away.line;
    if (!x.offset.empty() && !x.name.empty())
        pieces.push_back({Role::offset, x.name + " (" + x.offset + ")",
            {{box.center().x, below}, AlignX::center, AlignY::top}});
    else if (!x.offset.empty())
        pieces.push_back({Role::offset, x.offset, {{box.x.hi, below}, AlignX::right, AlignY::top}});
    else if (!x.name.empty())
        pieces.push_back(
            {Role::name, x.name, {{box.center().x, below}, AlignX::center, AlignY::top}});
    return pieces;
}

std::vector<Piece> pieces_left(const AxisMarks& y, const Box& box, const Distances& away,
    const canvas::Format& format, canvas::TextMetrics& metrics)
{
    using canvas::AlignX, canvas::AlignY;
    using Role = Piece::Role;
    std::vector<Piece> pieces;
    double widest = 0;
    for (const AxisMarks::Mark& mark : y.marks) {
        pieces.push_back({Role::label, mark.label,
            {{box.x.lo - away.labels_left, mark.at}, AlignX::right, AlignY::middle}});
        widest = std::max(widest, metrics.size(mark.label, label_style(format)).x);
    }
    if (!y.offset.empty())
        pieces.push_back({Role::offset, y.offset,
            {{box.x.lo, box.y.lo - away.labels_left}, AlignX::left, AlignY::bottom}});
    if (!y.name.empty())
        pieces.push_back({Role::name, y.name,
            {{box.x.lo - away.labels_left - widest - kGap * format.line, box.center().y},
                AlignX::center, AlignY::bottom, true}});
    return pieces;
}

/// All texts of both axes.
std::array<std::vector<Piece>, 2> pieces_of(const AxesMarks& axes, const Box& box,
    const canvas::Format& format, canvas::TextMetrics& metrics)
{
    const Distances away(format, metrics);
    return {pieces_below(axes.x, box, away), pieces_left(axes.y, box, away, format, metrics)};
}

AxisMarks marks_of(const Ticks& ticks, auto&& place)
{
    AxisMarks marks{.offset = ticks.offset};
    for (const Tick& tick : ticks.ticks)
        marks.marks.push_back({place(tick.at), tick.label});
    return marks;
}

/// Do the labels of a horizontal axis stand apart?
bool stand_apart(const AxisMarks& x, const canvas::Format& format, canvas::TextMetrics& metrics)
{
    const auto half = [&](const AxisMarks::Mark& mark) {
        return 0.5 * metrics.size(mark.label, label_style(format)).x;
    };
    for (std::size_t i = 1; i < x.marks.size(); ++i)
        if (x.marks[i].at - half(x.marks[i]) - x.marks[i - 1].at - half(x.marks[i - 1])
            < kApart * format.type.small)
            return false;
    return true;
}

/// Do the labels of a vertical axis?
bool stand_apart(const AxisMarks& y, double line)
{
    for (std::size_t i = 1; i < y.marks.size(); ++i)
        if (y.marks[i - 1].at - y.marks[i].at < line)
            return false;
    return true;
}

/// Where two labels have no room, one remains: that next to the middle.
void keep_one(AxisMarks& axis, double middle)
{
    const auto away = [&](const AxisMarks::Mark& mark) { return std::abs(mark.at - middle); };
    axis.marks = {*std::ranges::min_element(axis.marks, {}, away)};
}

} // namespace

int ticks_for(double length, const canvas::Format& format)
{
    return std::clamp(static_cast<int>(length / (kSizesPerTick * format.type.small)) + 1, 2, 9);
}

AxesMarks linear_axes(
    const Box& view, const Box& box, const canvas::Format& format, canvas::TextMetrics& metrics)
{
    const auto place_x
        = [&](double v) { return box.x.lo + (v - view.x.lo) / view.width() * box.width(); };
    const auto place_y
        = [&](double v) { return box.y.hi - (v - view.y.lo) / view.height() * box.height(); };
    AxesMarks axes;
    for (int most = ticks_for(box.width(), format); most >= 2; --most) {
        axes.x = marks_of(linear_ticks(view.x, most), place_x);
        if (stand_apart(axes.x, format, metrics))
            break;
    }
    if (!stand_apart(axes.x, format, metrics))
        keep_one(axes.x, box.center().x);
    axes.y = marks_of(linear_ticks(view.y, ticks_for(box.height(), format)), place_y);
    if (!stand_apart(axes.y, metrics.size("0", label_style(format)).y))
        keep_one(axes.y, box.center().y);
    return axes;
}

Insets axes_insets(const AxesMarks& axes, const Box& box, const canvas::Format& format,
    canvas::TextMetrics& metrics)
{
    Insets room;
    for (const std::vector<Piece>& axis : pieces_of(axes, box, format, metrics))
        for (const Piece& piece : axis) {
            const Box text
                = canvas::text_box(metrics, piece.text, label_style(format), piece.anchor);
            room.left = std::max(room.left, box.x.lo - text.x.lo);
            room.right = std::max(room.right, text.x.hi - box.x.hi);
            room.top = std::max(room.top, box.y.lo - text.y.lo);
            room.bottom = std::max(room.bottom, text.y.hi - box.y.hi);
        }
    return room;
}

void draw_axes(canvas::Canvas& canvas, const AxesMarks& axes, const Box& box, const Box& outer,
    const canvas::Format& format)
{
    const canvas::Group group(canvas, "axes");
    const double tick = kTick * format.line;
    canvas::Path rules = canvas::Path::rectangle(box);
    for (const AxisMarks::Mark& mark : axes.x.marks)
        rules.add(canvas::Path::line({mark.at, box.y.hi}, {mark.at, box.y.hi + tick}));
    for (const AxisMarks::Mark& mark : axes.y.marks)
        rules.add(canvas::Path::line({box.x.lo, mark.at}, {box.x.lo - tick, mark.at}));
    canvas.stroke(rules,
        {.color = canvas.palette().rule, .width = kRule * format.line, .cap = canvas::Cap::butt});
    const canvas::TextStyle style = label_style(format, canvas.palette().muted);
    const Box room = grown(outer, kTolerance);
    const auto fits = [&](const Piece& piece) {
        const Box text = canvas::text_box(canvas.metrics(), piece.text, style, piece.anchor);
        return hull(room, text) == room;
    };
    for (const std::vector<Piece>& axis : pieces_of(axes, box, format, canvas.metrics())) {
        // Labels without the offset that completes them would be false.
        const bool is_complete = std::ranges::none_of(axis,
            [&](const Piece& piece) { return piece.role == Piece::Role::offset && !fits(piece); });
        for (const Piece& piece : axis)
            if (fits(piece) && (is_complete || piece.role != Piece::Role::label))
                canvas.text(piece.text, style, piece.anchor);
    }
}

} // namespace thalweg::panel
