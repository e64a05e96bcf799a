#include "support/catch.hpp"
#include "unit/surface/made.hpp"

using namespace thalweg;
using namespace thalweg::surface;

namespace {

/// Global minima as tables of test functions print them.
struct Row {
    std::string kind;
    double value;
    std::vector<Vec2> minima;
    double margin;
};

const Row kRows[] = {
    {"rosenbrock", 0, {{1, 1}}, 1e-12},
    {"himmelblau", 0,
        {{3, 2}, {-2.805118, 3.131313}, {-3.779310, -3.283186}, {3.584428, -1.848127}}, 1e-6},
    {"multimodal", -0.590449, {{1.29787, -1.29787}, {-1.29787, 1.29787}}, 1e-5},
    {"three-hump-camel", 0, {{0, 0}}, 1e-12},
    {"six-hump-camel", -1.031628, {{0.0898, -0.7126}, {-0.0898, 0.7126}}, 1e-4},
    {"beale", 0, {{3, 0.5}}, 1e-12},
    {"booth", 0, {{1, 3}}, 1e-12},
    {"matyas", 0, {{0, 0}}, 1e-12},
    {"branin", 0.397887, {{-3.14159, 12.275}, {3.14159, 2.275}, {9.42478, 2.475}}, 1e-5},
    {"goldstein-price", 3, {{0, -1}}, 1e-12},
    {"mccormick", -1.9133, {{-0.54719, -1.54719}}, 1e-4},
    {"styblinski-tang", -78.33233, {{-2.903534, -2.903534}}, 1e-5},
    {"rastrigin", 0, {{0, 0}}, 1e-12},
    {"ackley", 0, {{0, 0}}, 1e-12},
    {"griewank", 0, {{0, 0}}, 1e-12},
    {"levy", 0, {{1, 1}}, 1e-12},
    {"easom", -1, {{3.14159, 3.14159}}, 1e-5},
    {"eggholder", -959.6407, {{512, 404.2319}}, 1e-3},
    {"bukin", 0, {{-10, 1}}, 1e-12},
    {"cross-in-tray", -2.06261,
        {{1.34941, 1.34941}, {-1.34941, 1.34941}, {-1.34941, -1.34941}, {1.34941, -1.34941}}, 1e-4},
    {"schaffer", 0, {{0, 0}}, 1e-12},
    {"peaks", -6.5511, {{0.2283, -1.6255}}, 1e-4},
};

} // namespace

TEST_CASE("global minima are where they are published", "[surface]")
{
    for (const Row& row : kRows) {
        INFO(row.kind);
        const SurfacePtr f = made(row.kind);
        REQUIRE(f->facts().minima.size() == row.minima.size());
        for (std::size_t i = 0; i < row.minima.size(); ++i) {
            CHECK(distance(f->facts().minima[i], row.minima[i]) <= row.margin);
            CHECK(std::abs(f->value(f->facts().minima[i]) - row.value) <= row.margin);
        }
    }
}

TEST_CASE("the critical points of Himmelblau's function are the published ones", "[surface]")
{
    const Vec2 saddles[] = {
        {-3.073026, -0.081353}, {-0.127961, -1.953715}, {0.086678, 2.884255}, {3.385154, 0.073852}};
    const SurfacePtr f = made("himmelblau");
    const auto& found = f->facts().critical_points;
    REQUIRE(found.size() == 5);
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(distance(found[i].at, saddles[i]) < 1e-6);
        CHECK(found[i].kind == CriticalKind::saddle);
    }
    CHECK(distance(found[4].at, {-0.270845, -0.923039}) < 1e-6);
    CHECK(found[4].value == Approx(181.6165).epsilon(1e-6));
}

TEST_CASE("curvatures that lessons quote", "[surface]")
{
    CHECK(eigenvalues(hessian(made("rosenbrock")->jet({1, 1}))).high
        == Approx(1001.60).epsilon(1e-5));
    const auto [low, high] = eigenvalues(hessian(made("multimodal")->jet({0, 0})));
    CHECK(low == Approx(-0.8));
    CHECK(high == Approx(1.2));
}
