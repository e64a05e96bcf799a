#include "panel/contour/search_lines.hpp"

#include "panel/contour/run_vectors.hpp"
#include "panel/marker.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace thalweg::panel {

namespace {

// In layout units, on a map of scale 1.
constexpr double kLine = 1.1, kRingWidth = 1.5, kCasing = 1.6; // widths
constexpr double kDot = 2.1, kRing = 8.5; // radii; a head stands inside of the ring
constexpr double kLeastScale = 0.6; // smaller ones are not seen
constexpr double kLineOpacity = 0.85;
constexpr double kDetail = 0.4; // points closer than this look like one
constexpr double kReach = 1e4; // farther away only the direction counts
constexpr double kChange = 0.4; // of a step: one search passes over into the next

/// Of one search at a moment.
struct Look {
    Color accent, casing;
    double size; ///< factor of lines and dots
};

/// The places of the tries, from where the step begins outwards.
std::vector<Vec2> places(const SearchLine& line, const Projection& project)
{
    const Vec2 from = project(line.from);
    std::vector<Vec2> all{from};
    for (const Vec2 p : line.tried) {
        const Vec2 way = project(p) - from;
        const double far = norm(way);
        if (std::isfinite(far))
            all.push_back(from + std::min(1.0, kReach / far) * way);
    }
    std::ranges::sort(all, {}, [&](Vec2 p) { return distance(from, p); });
    const auto looks_equal = [](Vec2 a, Vec2 b) { return distance(a, b) < kDetail; };
    const auto rest = std::unique(all.begin() + 1, all.end(), looks_equal);
    all.erase(rest, all.end());
    return all;
}

} // namespace

SearchLines::SearchLines(const ActionSetup& setup)
    : context_(setup.context)
    , camera_(setup.camera)
    , map_(setup.placement.inner)
    , scale_(map_scale(map_.width()))
{
    if (std::ranges::find(setup.vectors, HeadVector::line_search) != setup.vectors.end())
        std::ranges::copy_if(setup.runs, std::back_inserter(runs_),
            [&](std::size_t run) { return !context_.experiments->trajectory(run).tried.empty(); });
}

template <class Draw>
void SearchLines::for_each_search(
    canvas::Canvas& canvas, const experiment::Moment& moment, const Draw& draw) const
{
    if (runs_.empty())
        return;
    const canvas::Clip clip(canvas, map_);
    const Projection project = projection(moment.time_s);
    for (const std::size_t run : runs_) {
        const experiment::Experiments& experiments = *context_.experiments;
        const canvas::Group group(
            canvas, canvas::group_id("search", experiments.run_plan(run).name));
        const double at = step_of(run, moment), size = std::max(scale_, kLeastScale);
        const double t = std::min((at - std::floor(at)) / kChange, 1.0);
        const double next = t * t * (3 - 2 * t);
        const Color accent = run_color(canvas.palette(), experiments, run),
                    casing = canvas.palette().casing;
        for (const auto& [later, opacity] : {std::pair{0U, 1 - next}, {1U, next}}) {
            const SearchLine line
                = search_line(experiments.trajectory(run), static_cast<std::size_t>(at) + later);
            if (line.tried.empty() || opacity <= 0)
                continue;
            draw(line, places(line, project),
                Look{accent.with_alpha(accent.a * opacity), casing.with_alpha(casing.a * opacity),
                    size});
        }
    }
}

void SearchLines::draw_lines(canvas::Canvas& canvas, const experiment::Moment& moment) const
{
    for_each_search(
        canvas, moment, [&](const SearchLine&, const std::vector<Vec2>& all, const Look& look) {
            const canvas::Path way = canvas::Path::polyline(all);
            const Color core = look.accent.with_alpha(look.accent.a * kLineOpacity);
            canvas.stroke(way, {.color = look.casing, .width = (kLine + kCasing) * look.size});
            canvas.stroke(way, {.color = core, .width = kLine * look.size});
        });
}

void SearchLines::draw_tries(canvas::Canvas& canvas, const experiment::Moment& moment) const
{
    const Projection project = projection(moment.time_s);
    for_each_search(canvas, moment,
        [&](const SearchLine& line, const std::vector<Vec2>& all, const Look& look) {
            for (std::size_t i = 1; i < all.size(); ++i) {
                const canvas::Path dot = canvas::Path::circle(all[i], kDot * look.size);
                canvas.stroke(dot, {.color = look.casing, .width = kCasing * look.size});
                canvas.fill(dot, look.accent);
            }
            if (!line.accepted)
                return;
            const canvas::Path ring
                = canvas::Path::circle(project(*line.accepted), kRing * look.size);
            canvas.stroke(
                ring, {.color = look.casing, .width = (kRingWidth + kCasing) * look.size});
            canvas.stroke(ring, {.color = look.accent, .width = kRingWidth * look.size});
        });
}

double SearchLines::step_of(std::size_t run, const experiment::Moment& moment) const
{
    return std::clamp<double>(moment.steps[run], 0, context_.experiments->trajectory(run).steps());
}

std::vector<Box> SearchLines::boxes_at(const experiment::Moment& moment) const
{
    std::vector<Box> boxes;
    for (const std::size_t run : runs_) {
        const auto entry = static_cast<std::size_t>(std::ceil(step_of(run, moment)));
        const SearchLine line = search_line(context_.experiments->trajectory(run), entry);
        for (const Vec2 p : places(line, projection(moment.time_s)))
            if (map_.contains(p) && !line.tried.empty())
                boxes.push_back(grown({{p.x, p.x}, {p.y, p.y}}, kDot * scale_));
    }
    return boxes;
}

} // namespace thalweg::panel
