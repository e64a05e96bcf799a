#include "support/catch.hpp"
#include "unit/surface/grid_files.hpp"

#include "core/jet_functions.hpp"
#include "surface/critical_points.hpp"

#include <random>

using namespace thalweg;
using namespace thalweg::surface;
using namespace thalweg::testing;
using namespace nodes;

TEST_CASE("a grid's spline is cubic where the data are, and goes through every sample", "[grid]")
{
    const Scene scene;
    // A spline with not-a-knot ends reproduces cubic functions exactly.
    const auto cubic = [](double x, double y) { return 1 + x * y + 3 * x * x * x - y * y * y * x; };
    scene.folder.write("q.csv", csv_of(cubic, 9, 4)); // four: a single cubic along y
    const SurfacePtr f = made(scene.grid("q.csv"));
    CHECK_FALSE(f->has_bounds());
    std::mt19937_64 generator(1);
    std::uniform_real_distribution<double> share(0, 1);
    for (int i = 0; i < 300; ++i) {
        const Vec2 p{
            f->facts().domain.x.at(share(generator)), f->facts().domain.y.at(share(generator))};
        const Jet<double> j = f->jet(p);
        CHECK(j.v == Approx(cubic(p.x, p.y)).margin(1e-10));
        CHECK(j.x == Approx(p.y + 9 * p.x * p.x - cube(p.y)).margin(1e-9));
        CHECK(j.xy == Approx(1 - 3 * p.y * p.y).margin(1e-8));
        CHECK(j.yy == Approx(-6 * p.y * p.x).margin(1e-8));
    }
}

TEST_CASE("a grid's errors near its border are of the same order as inside", "[grid]")
{
    const Scene scene;
    const auto worst_of = [&](int n) {
        scene.folder.write("w.csv", csv_of(wave, n, n));
        const SurfacePtr f = made(scene.grid("w.csv"));
        const Box domain = f->facts().domain;
        double border = 0, interior = 0;
        for (double u = 0.0015; u < 1; u += 0.003)
            for (double v = 0.0015; v < 1; v += 0.003) {
                const Vec2 p{domain.x.at(u), domain.y.at(v)};
                const bool is_inside = std::min({u, v, 1 - u, 1 - v}) > 0.2;
                double& worst = is_inside ? interior : border;
                worst = std::max(worst, std::abs(f->value(p) - wave(p.x, p.y)));
            }
        INFO(n << ": " << border << " near the border, " << interior << " inside");
        // The factors of the fourth power: 1/384 inside, below 1/24 (a cubic through four) at ends.
        CHECK(border < 16 * interior);
        return border;
    };
    const double coarse = worst_of(21), fine = worst_of(41);
    CHECK(fine < coarse / 12); // fourth order: about 16
}

TEST_CASE("a grid's critical points are those of its spline, and not claimed to be all", "[grid]")
{
    const Scene scene;
    scene.folder.write(
        "w.csv", csv_of([](double x, double y) { return sq(sq(x) - 1) + sq(y); }, 61, 41));
    const SurfacePtr f = made(scene.grid("w.csv"));
    const CriticalPoints found = find_critical_points(*f, {{-0.9, 1.5}, {-1.5, 1.5}});
    CHECK_FALSE(found.complete());
    REQUIRE(found.points.size() == 2); // the minimum at x = -1 is outside
    CHECK(found.points[0].kind == CriticalKind::minimum);
    CHECK(distance(found.points[0].at, {1, 0}) < 1e-4);
    CHECK(found.points[1].kind == CriticalKind::saddle);
    CHECK(distance(found.points[1].at, {0, 0}) < 1e-4);
}

TEST_CASE("splines converge to smooth functions, slopes and curvatures included", "[grid]")
{
    const Scene scene;
    double before = 1;
    for (const int n : {11, 21, 41, 81}) {
        scene.folder.write("w.csv", csv_of(wave, n, n, n == 41)); // falling axes are turned
        const SurfacePtr f = made(scene.grid("w.csv"));
        double worst = 0;
        for (double x = -0.9; x < 1.9; x += 0.037)
            for (double y = -1.9; y < 1.9; y += 0.041) {
                const Jet<double> j = f->jet({x, y});
                worst = std::max(worst, std::abs(j.v - wave(x, y)));
                if (n == 81) {
                    CHECK(j.x
                        == Approx(1.3 * std::cos(1.3 * x) * std::cos(y) + 0.2 * y).margin(1e-3));
                    CHECK(j.yy == Approx(-std::sin(1.3 * x) * std::cos(y)).margin(2e-2));
                }
            }
        CHECK(worst < before / 6); // at least third order up to the edges
        before = worst;
    }
    CHECK(before < 1e-5);
}

TEST_CASE("a grid's curvature is continuous over its cells' borders", "[grid]")
{
    const Scene scene;
    scene.folder.write("w.csv", csv_of(wave, 12, 12));
    const SurfacePtr f = made(scene.grid("w.csv"));
    for (int k = 1; k < 11; ++k) {
        const double y = -2 + 4.0 * k / 11, e = 1e-9;
        const Jet<double> a = f->jet({0.3, y - e}), b = f->jet({0.3, y + e});
        CHECK(a.v == Approx(b.v).margin(1e-7));
        CHECK(a.y == Approx(b.y).margin(1e-6));
        CHECK(a.yy == Approx(b.yy).margin(1e-5));
        CHECK(a.xx == Approx(b.xx).margin(1e-5));
    }
}

TEST_CASE("bounds of grids enclose their values", "[grid]")
{
    const Scene scene;
    scene.folder.write("w.csv", csv_of(wave, 40, 33));
    const SurfacePtr f = made(scene.grid("w.csv"));
    std::mt19937_64 generator(2);
    std::uniform_real_distribution<double> share(0, 1);
    const Box domain = f->facts().domain;
    for (int i = 0; i < 500; ++i) {
        const double w = std::pow(share(generator), 3);
        const Vec2 p{domain.x.at(share(generator)), domain.y.at(share(generator))};
        const Box box{{p.x, std::min(domain.x.hi, p.x + w)}, {p.y, std::min(domain.y.hi, p.y + w)}};
        const Interval bound = f->bound(box);
        const Jet<Interval> jets = f->bound_jet(box);
        for (int k = 0; k < 20; ++k) {
            const Jet<double> j = f->jet({box.x.at(share(generator)), box.y.at(share(generator))});
            const auto holds
                = [](const Interval& b, double v) { return b.lo - 1e-9 <= v && v <= b.hi + 1e-9; };
            REQUIRE(holds(bound, j.v));
            REQUIRE(holds(jets.v, j.v));
            REQUIRE(holds(jets.x, j.x));
            REQUIRE(holds(jets.yy, j.yy));
        }
    }
    CHECK(f->bound(domain).width() < 6); // near -1.8 .. 1.8
    CHECK(f->bound({{0.5, 0.51}, {0.5, 0.51}}).width() < 0.1);
}

TEST_CASE("holes are NaN in their cells only, and slopes beside them are sound", "[grid]")
{
    const Scene scene;
    scene.folder.write("h.csv", "1,2,3,4\n2,3,nan,5\n3,4,5,6\n4,5,6,7\n5,6,7,8\n");
    const SurfacePtr f = made(scene.grid("h.csv"));
    CHECK(f->facts().domain == Box{{0, 3}, {0, 4}});
    CHECK(f->value({0.5, 0.5}) == Approx(2));
    CHECK(f->jet({0.5, 1.5}).x == Approx(1));
    CHECK(std::isnan(f->value({1.5, 0.5})));
    CHECK(std::isnan(f->value({2.5, 1.5})));
    CHECK(std::isnan(f->jet({2.5, 1.5}).x));
    CHECK(f->value({2.5, 2.5}) == Approx(6));
    CHECK(std::isnan(f->value({-0.1, 1})));
    CHECK(f->bound({{1.2, 1.4}, {0.2, 0.4}}).lo > 1e300); // a hole takes no value
    CHECK_FALSE(is_finite(f->bound_jet({{0.5, 1.5}, {0.5, 1.5}}).x));
    CHECK(f->bound({{0, 3}, {0, 4}}).contains({1, 8}));
}
