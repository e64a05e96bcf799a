// What the ground hides is what lies behind it.
#include "ray_caster.hpp"
#include "support/catch.hpp"

#include <random>

using namespace thalweg;
using namespace thalweg::test;

namespace {

constexpr int kPoints = 200; // of each view
constexpr double kSure = 0.004; // units of space: nearer to the ground than that it may be either

enum class Sight { seen, hidden, grazed };

/// Follows the ray to the viewer over the surface itself.
Sight sight(const RayCaster& rays, panel::Vec3 point, panel::Vec3 way)
{
    double least = 1;
    for (double t = 0.004; t < 2; t += 0.001) {
        const double now = rays.clearance(point + t * way);
        if (now == now)
            least = std::min(least, now);
    }
    return least > kSure ? Sight::seen : least < -kSure ? Sight::hidden : Sight::grazed;
}

} // namespace

TEST_CASE("points on the ground are hidden where the surface is in front of them", "[space]")
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> share(0.01, 0.99);
    int seen = 0, hidden = 0, wrong = 0;
    for (const std::string& name : sceneries()) {
        const Scenery scenery(name);
        for (const panel::SpaceCameraPlan& plan : view_plans()) {
            const panel::SpaceView view = view_of(plan, scenery, {{0, 800}, {0, 600}});
            const RayCaster rays(scenery, view);
            for (int i = 0; i < kPoints; ++i) {
                const Box& domain = scenery.terrain->box().domain();
                const panel::Vec3 point = scenery.terrain->place(
                    {domain.x.at(share(random)), domain.y.at(share(random))});
                if (std::isnan(point.z))
                    continue;
                const Sight expected = sight(rays, point, view.way_to_viewer(point));
                seen += expected == Sight::seen;
                hidden += expected == Sight::hidden;
                wrong += expected != Sight::grazed
                    && scenery.terrain->is_seen(point, view) != (expected == Sight::seen);
            }
        }
    }
    CAPTURE(seen, hidden, wrong);
    CHECK(seen > 2500);
    CHECK(hidden > 500);
    CHECK(wrong == 0);
}

TEST_CASE("in a bowl seen from the side, only the near wall's inside is hidden", "[space]")
{
    const Scenery bowl("bowl", panel::HeightKind::linear);
    const panel::SpaceView view
        = view_of({.azimuth = 0, .elevation = 5}, bowl, {{0, 800}, {0, 600}});
    const Box& domain = bowl.terrain->box().domain();
    const auto seen = [&](double along) {
        return bowl.terrain->is_seen(
            bowl.terrain->place({domain.x.middle(), domain.y.at(along)}), view);
    };
    CHECK_FALSE(seen(0.2));
    CHECK_FALSE(seen(0.5));
    CHECK(seen(0.9));
}
