#include "stage/map_contours.hpp"

#include "support/catch.hpp"
#include "support/plans.hpp"

using namespace thalweg;
using namespace thalweg::test;

TEST_CASE("a zoom has finer contours for each octave, and every view is covered", "[stage]")
{
    auto experiment = std::make_shared<Experiment>(*experiment_of({arc({0, 1}, 1, 0, 1, 100)}));
    experiment->plan.camera = {{.at_s = 0, .center = Vec2{0, 1}, .width = 4},
        {.at_s = 4, .center = Vec2{1, 1}, .width = 0.25}};
    const ExperimentPtr shared = experiment;
    const Camera camera(shared);
    const double map_width = 470, tolerance = 0.01;
    const ContourLadder ladder(*shared, camera, map_width, tolerance);
    CHECK(ladder.least_width() == Approx(0.25));
    for (double t = 0; t <= 5; t += 1.0 / 7) {
        const Box view = camera.view(t);
        const MapContours& contours = ladder.for_view(view);
        CHECK(hull(contours.box, view) == contours.box);
        const double allowed = 1.01 * tolerance * view.width() / map_width;
        for (const LevelSet& set : contours.sets)
            for (const Ring& ring : set.rings)
                for (const Bezier& curve : ring.beziers) {
                    const Jet<double> f = shared->plan.surface->jet(curve.at(0.37));
                    CHECK(std::abs(f.v - set.level) / norm(gradient(f)) <= allowed);
                }
    }
}
