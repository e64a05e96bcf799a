#include "panel/contour/contour_lines.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace thalweg::panel {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
// A curve is divided where its slope changes by more than this ratio, and lines are so near that it
// shows at the widest view of a layer, in line units.
constexpr double kSlopeRatio = 1.4, kCrowded = 9;
// A line that was crowded gains its full strength over no less than this length, in line units: the
// tip of a narrow ring, whose sides are near each other, stays as faint as they are.
constexpr double kRecovery = 60;
constexpr int kMostHalvings = 4;
constexpr double kInvisible = 0.002; // opacity

double slope_at(const surface::Surface& surface, Vec2 p)
{
    const double slope = norm(surface.slope(p).gradient);
    return std::isfinite(slope) ? slope : std::numeric_limits<double>::max();
}

/// Both halves of a curve (de Casteljau).
std::array<contour::Bezier, 2> halves(const contour::Bezier& b)
{
    const auto middle = [](Vec2 p, Vec2 q) { return 0.5 * (p + q); };
    const Vec2 a = middle(b.p[0], b.p[1]), m = middle(b.p[1], b.p[2]), c = middle(b.p[2], b.p[3]);
    const Vec2 am = middle(a, m), mc = middle(m, c), center = middle(am, mc);
    return {contour::Bezier{{b.p[0], a, am, center}}, contour::Bezier{{center, mc, c, b.p[3]}}};
}

/// The curve of which these are the halves.
contour::Bezier whole(const contour::Bezier& first, const contour::Bezier& second)
{
    return {{first.p[0], 2 * first.p[1] - first.p[0], 2 * second.p[2] - second.p[3], second.p[3]}};
}

} // namespace

double crowding_factor(double spacing)
{
    return std::clamp((spacing - 1) / 3, 0.0, 1.0);
}

struct ContourLines::Strokes {
    static constexpr std::size_t kStrengths = 6; // few, so that pages stay small
    using Kind = std::array<canvas::Path, kStrengths + 1>;

    std::array<Kind, 4> kinds; ///< plain, index, and both of new levels

    Kind& of(const ContourLayer& layer, std::size_t level)
    {
        return kinds[(layer.is_index[level] ? 1u : 0u) + (layer.is_new[level] ? 2u : 0u)];
    }
    void draw(canvas::Canvas& canvas, double line, double fade) const
    {
        const canvas::Palette& palette = canvas.palette();
        for (std::size_t kind = 0; kind < kinds.size(); ++kind)
            for (std::size_t strength = 1; strength <= kStrengths; ++strength) {
                const bool is_index = kind % 2 == 1, is_new = kind >= 2;
                const Color& color = is_index ? palette.index_line : palette.line;
                // Finer steps where lines are faint, so that their ends do not show.
                const double share = static_cast<double>(strength) / kStrengths;
                const double alpha = color.a * (is_new ? fade : 1) * share * share;
                const double width = is_index ? palette.index_line_width : palette.line_width;
                if (!kinds[kind][strength].empty() && alpha > kInvisible)
                    canvas.stroke(kinds[kind][strength],
                        {.color = color.with_alpha(alpha),
                            .width = line * width,
                            .cap = canvas::Cap::butt});
            }
    }
};

ContourLines::ContourLines(
    const surface::Surface& surface, const ContourLayer& layer, double map_width, double line)
    : layer_(&layer)
    , line_(line)
    , crowded_(kCrowded * line * layer.least_width / map_width)
{
    find_gaps();
    for (std::size_t level = 0; level < layer.sets.size(); ++level)
        for (const contour::Ring& ring : layer.sets[level].rings)
            add_line(surface, level, ring);
}

void ContourLines::find_gaps()
{
    const std::size_t count = layer_->sets.size();
    gaps_.assign(count, {kInfinity, kInfinity});
    const auto note = [&](double Gap::*gap, std::size_t a, std::size_t b) {
        const double height = layer_->sets[b].level - layer_->sets[a].level;
        gaps_[a].*gap = std::min(gaps_[a].*gap, height);
        gaps_[b].*gap = std::min(gaps_[b].*gap, height);
    };
    std::size_t last_old = count;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0)
            note(&Gap::now, i - 1, i);
        if (layer_->is_new[i])
            continue;
        if (last_old < count)
            note(&Gap::before, last_old, i);
        last_old = i;
    }
    for (std::size_t i = 0; i < count; ++i)
        if (layer_->is_new[i])
            gaps_[i].before = gaps_[i].now;
}

void ContourLines::add_line(
    const surface::Surface& surface, std::size_t level, const contour::Ring& ring)
{
    Line line{.level = level, .closed = ring.closed};
    double from = slope_at(surface, ring.beziers.front().p[0]);
    for (const contour::Bezier& curve : ring.beziers) {
        const double until = slope_at(surface, curve.p[3]);
        add_pieces(surface, line, {curve, from, until});
        from = until;
    }
    lines_.push_back(std::move(line));
}

void ContourLines::add_pieces(
    const surface::Surface& surface, Line& to, const Stretch& stretch) const
{
    const auto& [curve, from, until, halvings, place] = stretch;
    const double low = std::min(from, until), high = std::max(from, until);
    const bool shows = gaps_[to.level].now < crowded_ * high;
    if (halvings == kMostHalvings || !shows || high <= kSlopeRatio * low) {
        to.pieces.push_back({curve, high, distance(curve.p[0], curve.p[3]), halvings, place});
        return;
    }
    const auto [first, second] = halves(curve);
    const double middle = slope_at(surface, first.p[3]);
    add_pieces(surface, to, {first, from, middle, halvings + 1, 2 * place});
    add_pieces(surface, to, {second, middle, until, halvings + 1, 2 * place + 1});
}

std::vector<std::size_t> ContourLines::strengths(const Line& line, double units, double fade) const
{
    const Gap& gap = gaps_[line.level];
    std::vector<double> exact;
    for (const Piece& piece : line.pieces) {
        const auto factor
            = [&](double height) { return crowding_factor(height / piece.slope * units / line_); };
        exact.push_back(std::lerp(factor(gap.before), factor(gap.now), fade));
    }
    // Twice around, so that the ends of a closed line know of each other.
    const std::size_t count = exact.size(), rounds = line.closed ? 2 : 1;
    const auto limit = [&](std::size_t at, std::size_t beside) {
        const double length = line.pieces[at].length * units / line_;
        exact[at] = std::min(exact[at], exact[beside] + length / kRecovery);
    };
    for (std::size_t i = 1; i < rounds * count; ++i) {
        limit(i % count, (i - 1) % count);
        limit(count - 1 - i % count, count - 1 - (i - 1) % count);
    }
    std::vector<std::size_t> steps;
    for (const double strength : exact)
        steps.push_back(
            static_cast<std::size_t>(std::lround(std::sqrt(strength) * Strokes::kStrengths)));
    return steps;
}

void ContourLines::gather(
    const Line& line, const Projection& project, double fade, Strokes& strokes) const
{
    struct Drawn {
        Piece piece;
        std::size_t step;
    };
    const std::vector<std::size_t> steps = strengths(line, project.units_per_x(), fade);
    std::vector<Drawn> drawn;
    const auto ends_in_halves = [&] {
        if (drawn.size() < 2)
            return false;
        const auto& [first, first_step] = drawn[drawn.size() - 2];
        const auto& [second, second_step] = drawn.back();
        return first_step == second_step && first.halvings == second.halvings
            && first.place % 2 == 0 && first.place + 1 == second.place;
    };
    for (std::size_t i = 0; i < line.pieces.size(); ++i) {
        drawn.push_back({line.pieces[i], steps[i]});
        while (ends_in_halves()) {
            const Piece second = drawn.back().piece;
            drawn.pop_back();
            Piece& first = drawn.back().piece;
            first.curve = whole(first.curve, second.curve);
            first.place /= 2;
            --first.halvings;
        }
    }
    Strokes::Kind& paths = strokes.of(*layer_, line.level);
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        const auto& p = drawn[i].piece.curve.p;
        canvas::Path& path = paths[drawn[i].step];
        if (i == 0 || drawn[i].step != drawn[i - 1].step)
            path.move_to(project(p[0]));
        path.curve_to(project(p[1]), project(p[2]), project(p[3]));
    }
    const bool is_even
        = std::ranges::count(steps, steps.front()) == static_cast<std::ptrdiff_t>(steps.size());
    if (line.closed && is_even)
        paths[steps.front()].close();
}

void ContourLines::draw(canvas::Canvas& canvas, const Projection& project) const
{
    const double fade = layer_->fade(project.view.width());
    Strokes strokes;
    for (const Line& line : lines_)
        gather(line, project, fade, strokes);
    strokes.draw(canvas, line_, fade);
}

} // namespace thalweg::panel
