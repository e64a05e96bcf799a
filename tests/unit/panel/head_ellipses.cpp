#include "panel/contour/head_ellipses.hpp"

#include "moving.hpp"
#include "support/catch.hpp"

#include <cmath>

using namespace thalweg;
using namespace thalweg::panel;
using namespace thalweg::test;

namespace {

/// Twice as wide as it is high, over a square of the plane: a stretched map.
const Box kMap{{20, 500}, {20, 260}};

struct Ellipse {
    Ellipse(const std::string& surface, Vec2 at, std::vector<double> levels = {})
    {
        experiment::Experiment one = experiments_of({{at, at}}, surface)->all.front();
        one.plan.domain = {{-2, 2}, {-2, 2}};
        if (!levels.empty())
            one.levels = std::move(levels);
        const MovingMap map(std::make_shared<experiment::Experiments>(std::vector{one}), kMap);
        experiment::Moment moment;
        moment.steps = {0};
        found = ellipse_at(map.context, 0, project, moment);
    }

    Projection project{{{-2, 2}, {-2, 2}}, kMap};
    std::optional<HeadEllipse> found{};
};

/// Points of a path of curves, on the curves themselves.
std::vector<Vec2> points_on(const canvas::Path& path)
{
    std::vector<Vec2> points;
    Vec2 at{};
    std::size_t i = 0;
    for (const auto verb : path.verbs()) {
        if (verb == canvas::Path::Verb::close)
            continue;
        if (verb == canvas::Path::Verb::curve) {
            const auto p = path.points().subspan(i, 3);
            for (const double t : {0.25, 0.5, 0.75, 1.0}) {
                const double s = 1 - t;
                points.push_back(s * s * s * at + 3 * s * s * t * p[0] + 3 * s * t * t * p[1]
                    + t * t * t * p[2]);
            }
            i += 3;
        } else {
            points.push_back(path.points()[i++]);
        }
        at = path.points()[i - 1];
    }
    return points;
}

} // namespace

TEST_CASE("on a quadratic, the ellipse is a contour line, on a stretched map, too", "[panel]")
{
    for (const Vec2 at : {Vec2{0, 0}, {-0.7, 0.4}}) {
        const Ellipse ellipse("stretched-quadratic", at);
        REQUIRE(ellipse.found);
        // u² + 10 v², turned by 30°: its contours about the minimum have the shape of its model's
        // about any point.
        double low = 1e300, high = 0;
        const canvas::Path curve
            = ellipse.found->model.curves(ellipse.found->middle, 1, ellipse.found->radius);
        for (const Vec2 p : points_on(curve)) {
            const Vec2 d = p - ellipse.project(at);
            const double x = d.x / ellipse.project.units_per_x();
            const double y = -d.y / ellipse.project.units_per_y();
            const double c = std::sqrt(3) / 2, u = c * x + 0.5 * y, v = c * y - 0.5 * x;
            const double value = u * u + 10 * v * v;
            low = std::min(low, value);
            high = std::max(high, value);
        }
        CHECK(high / low == Approx(1).epsilon(2e-3)); // four cubic curves for an ellipse
        CHECK(low > 0);
    }
}

// Rosenbrock's Hessian is [[1200 x² − 400 y + 2, −400 x], [−400 x, 200]]; the axes of a symmetric
// [[a, b], [b, c]] lie at half the angle of (a − c, 2 b), the larger value first.
TEST_CASE("the axes are those of the closed form", "[panel]")
{
    for (const Vec2 at : {Vec2{1, 1}, {-0.5, 0.1}, {1.2, 1.5}, {0.1, -0.6}, {0, 1.5}}) {
        const Ellipse ellipse("rosenbrock", at);
        REQUIRE(ellipse.found);
        const double ux = ellipse.project.units_per_x(), uy = ellipse.project.units_per_y();
        const double a = (1200 * at.x * at.x - 400 * at.y + 2) / (ux * ux);
        const double b = 400 * at.x / (ux * uy); // pictures' y points downwards
        const double c = 200 / (uy * uy);
        const double mean = (a + c) / 2, radius = std::sqrt((a - c) * (a - c) / 4 + b * b);
        const double large = mean + radius, small = mean - radius;
        const double angle = std::atan2(2 * b, a - c) / 2;
        const Vec2 along{std::cos(angle), std::sin(angle)};
        const Vec2 low = ellipse.found->low_half_axis(), high = ellipse.found->high_half_axis();
        CAPTURE(at.x, at.y, large, small);
        CHECK(ellipse.found->model.eigenvalues().high == Approx(large));
        CHECK(ellipse.found->model.eigenvalues().low == Approx(small));
        CHECK(std::abs(dot(high, along)) == Approx(norm(high)));
        CHECK(std::abs(cross(low, along)) == Approx(norm(low)));
        CHECK(std::max(norm(low), norm(high)) == Approx(ellipse.found->radius));
        const double ratio = std::sqrt(std::abs(small) / std::abs(large));
        const double drawn = norm(high) / norm(low);
        if (std::min(norm(low), norm(high)) > 5) // shorter ones are kept in sight
            CHECK(drawn == Approx(ratio));
        else
            CHECK(std::min(norm(low), norm(high)) > 1);
    }
}

TEST_CASE("where a surface does not curve, or is undefined, there is no ellipse", "[panel]")
{
    // Levels from 0 to 10^12: the bowl's curvature is nothing beside them.
    CHECK_FALSE(Ellipse("bowl", {0.5, 0.5}, {0, 1e12}).found);
    CHECK_FALSE(Ellipse("bowl", {std::nan(""), 0}).found);
    CHECK_FALSE(Ellipse("bowl", {9, 9}).found); // outside of the view
}

TEST_CASE("ellipses turn and stretch without jumps while a head moves", "[panel]")
{
    // Across the line where Rosenbrock's smaller eigenvalue changes its sign.
    const auto experiments = experiments_of({{{0, -0.5}, {0, 0.5}}});
    const MovingMap map(experiments, kMap);
    const Projection project{map.camera->domain(), kMap};
    double before = 0;
    for (double step = 0; step <= 1; step += 1.0 / 256) {
        experiment::Moment moment;
        moment.steps = {step};
        const auto found = ellipse_at(map.context, 0, project, moment);
        REQUIRE(found);
        const Box extent = found->model.curves(found->middle, 1, found->radius).extent();
        const double size = std::max(extent.width(), extent.height());
        if (step > 0)
            CHECK(std::abs(size - before) < 0.25 * found->radius);
        before = size;
    }
}
