#include "draw/contour_labels.hpp"

#include "stage/axis.hpp"

#include <algorithm>
#include <limits>
#include <optional>

namespace thalweg {

namespace {

constexpr double kTextShare = 0.72; // of the text size
constexpr double kPadding = 2; // of the plate around a label
constexpr double kApart = 26; // least free space between two labels, in units
constexpr double kEdge = 6; // least distance from the map's edge
constexpr int kSamplesPerCurve = 5;

Box label_box(Vec2 center, Vec2 size)
{
    return {{center.x - 0.5 * size.x - kPadding, center.x + 0.5 * size.x + kPadding},
        {center.y - 0.5 * size.y, center.y + 0.5 * size.y}};
}

/// The flattest place of a level set at which a label fits.
std::optional<Vec2> best_place(const Surface& surface, const LevelSet& set,
    const Projection& project, Vec2 size, const std::vector<Box>& taken)
{
    const Box room = grown(project.panel, -kEdge);
    double least_slope = std::numeric_limits<double>::infinity();
    std::optional<Vec2> best;
    for (const Ring& ring : set.rings)
        for (const Bezier& curve : ring.beziers)
            for (int i = 0; i < kSamplesPerCurve; ++i) {
                const Vec2 p = curve.at((i + 0.5) / kSamplesPerCurve), center = project(p);
                const Box box = label_box(center, size);
                if (hull(room, box) != room || std::ranges::any_of(taken, [&](const Box& other) {
                        return overlap(grown(other, kApart), box);
                    }))
                    continue;
                if (const double slope = norm(gradient(surface.jet(p))); slope < least_slope) {
                    least_slope = slope;
                    best = center;
                }
            }
    return best;
}

/// Is there a ring around which a label fits, so that the label does not hide it?
bool is_large_enough(const LevelSet& set, const Projection& project, Vec2 size)
{
    for (const Ring& ring : set.rings) {
        Box extent{{1e300, -1e300}, {1e300, -1e300}};
        for (const Bezier& curve : ring.beziers) {
            const Vec2 p = project(curve.p[0]);
            extent = {{std::min(extent.x.lo, p.x), std::max(extent.x.hi, p.x)},
                {std::min(extent.y.lo, p.y), std::max(extent.y.hi, p.y)}};
        }
        if (std::max(extent.width(), extent.height()) > 2 * size.x)
            return true;
    }
    return false;
}

} // namespace

void draw_contour_labels(Canvas& canvas, Typesetter& type, const Stage& stage,
    const Palette& palette, const Projection& project, const MapContours& contours)
{
    const TextStyle style{.size = kTextShare * stage.format.text_size(), .color = palette.text};
    const int bands = static_cast<int>(contours.sets.size()) + 1;
    std::vector<Box> taken;
    for (std::size_t level = 0; level < contours.sets.size(); ++level) {
        const LevelSet& set = contours.sets[level];
        const std::string text = short_number(set.level);
        const Vec2 size = type.measure(text, style);
        if (!is_large_enough(set, project, size))
            continue;
        const auto place = best_place(*stage.experiment->plan.surface, set, project, size, taken);
        if (!place)
            continue;
        taken.push_back(label_box(*place, size));
        const Color ground = stage.experiment->plan.contour.fill
            ? band_color(palette, static_cast<int>(level), bands)
            : palette.background;
        canvas.rectangle(taken.back());
        canvas.fill(ground.with_alpha(0.85));
        type.draw(canvas, text, style, *place, AlignX::center, AlignY::middle);
    }
}

} // namespace thalweg
