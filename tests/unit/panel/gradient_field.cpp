#include "panel/contour/gradient_field.hpp"

#include "support/catch.hpp"
#include "support/experiments.hpp"

#include <algorithm>

using namespace thalweg;
using namespace thalweg::panel;
using namespace thalweg::test;

namespace {

const Box kDomain{{-2, 2}, {-2, 2}};
/// Twice as wide as it is high: a stretched map.
const Box kMap{{20, 500}, {20, 260}};

struct Field {
    explicit Field(std::string_view name)
        : surface(made_by<surface::SurfacePtr>(surface::surface_kinds(), name))
        , pyramid({.surface = *surface,
              .scale = scale,
              .camera = Camera({}, kDomain, {}),
              .duration_s = 1,
              .map_width = kMap.width()})
        , field({.form = FieldForm::arrows,
              .surface = *surface,
              .pyramid = pyramid,
              .domain = kDomain,
              .map = kMap})
    {
    }

    surface::SurfacePtr surface;
    LevelScale scale{std::vector<double>{1}};
    ContourPyramid pyramid;
    GradientField field;
};

} // namespace

TEST_CASE("arrows of a field point down the slope and grow with it", "[field]")
{
    const Field rig("bowl");
    const Projection project{kDomain, kMap};
    const auto arrows = rig.field.arrows(project, 0);
    REQUIRE(arrows.size() == 16 * 8); // at equal distances, 30 units
    double shortest = 1e300, longest = 0;
    const Vec2 middle = project({0, 0});
    for (const GradientField::Arrow& arrow : arrows) {
        // The slope of a bowl that is round in the plane points to its middle there.
        const Vec2 at = 0.5 * (arrow.from + arrow.to), way = arrow.to - arrow.from;
        const Vec2 inwards = middle - at;
        CHECK(dot(way, inwards) == Approx(norm(way) * norm(inwards)));
        shortest = std::min(shortest, norm(way));
        longest = std::max(longest, norm(way));
        CHECK(kMap.contains(arrow.from));
        CHECK(kMap.contains(arrow.to));
    }
    CHECK(longest < 30);
    CHECK(longest > 1.4 * shortest);
    const auto length = [&](std::size_t i) { return distance(arrows[i].from, arrows[i].to); };
    CHECK(length(0) == Approx(longest)); // in the corner
}

TEST_CASE("a zoom adds arrows between those that are there", "[field]")
{
    const Field rig("himmelblau");
    const Projection half{{{-1, 1}, {-1, 1}}, kMap};
    const auto wide = rig.field.arrows(half, 0), close = rig.field.arrows(half, 1);
    CHECK(close.size() == 4 * wide.size());
    for (const GradientField::Arrow& arrow : wide)
        CHECK(std::ranges::any_of(close, [&](const GradientField::Arrow& other) {
            return !other.is_new && distance(arrow.from, other.from) < 1e-9;
        }));
    CHECK(std::ranges::count_if(close, &GradientField::Arrow::is_new)
        == static_cast<std::ptrdiff_t>(3 * wide.size()));
}
