#include "surface/curvature.hpp"

#include "support/catch.hpp"
#include "unit/surface/made.hpp"

#include <limits>
#include <numbers>

using namespace thalweg;
using namespace thalweg::surface;

namespace {

/// The symmetric matrix with these eigenvalues, whose first axis stands at an angle.
Sym2 turned(double first, double second, double angle)
{
    const double c = std::cos(angle), s = std::sin(angle);
    return {
        first * c * c + second * s * s, (first - second) * c * s, first * s * s + second * c * c};
}

/// H v - lambda v, which vanishes for eigenvectors.
double residual(const Sym2& h, Vec2 v, double lambda)
{
    return norm(Vec2{h.xx * v.x + h.xy * v.y, h.xy * v.x + h.yy * v.y} - lambda * v);
}

} // namespace

TEST_CASE("curvature has the eigenvalues and the eigenvectors of turned matrices")
{
    const double pairs[][2] = {{9, 1}, {1, 9}, {-4, 3}, {-2, -7}, {1e6, 1e-3}, {5, 5}};
    for (const auto& [first, second] : pairs)
        for (int degrees = -90; degrees <= 180; degrees += 15) {
            CAPTURE(first, second, degrees);
            const Sym2 h = turned(first, second, degrees * std::numbers::pi / 180);
            const Curvature c = curvature_of(h);
            const double size = std::max(std::abs(first), std::abs(second));
            CHECK(c.values.low == Approx(std::min(first, second)).margin(1e-14 * size));
            CHECK(c.values.high == Approx(std::max(first, second)).margin(1e-14 * size));
            CHECK(residual(h, c.low_axis, c.values.low) <= 1e-14 * size);
            CHECK(residual(h, c.high_axis, c.values.high) <= 1e-14 * size);
            CHECK(norm(c.low_axis) == Approx(1));
            CHECK(dot(c.low_axis, c.high_axis) == Approx(0).margin(1e-15));
        }
}

TEST_CASE("Rosenbrock's minimum is a bowl two thousand times as steep across as along")
{
    // The Hessian at (1, 1) is (802, -400; -400, 200), of trace 1002 and determinant 400.
    const auto surface = made(nodes::scalar("rosenbrock"));
    const Curvature c = curvature_of(hessian(surface->jet({1, 1})));
    const double root = std::sqrt(501.0 * 501 - 400);
    CHECK(c.shape == LocalShape::bowl);
    CHECK(c.values.high == Approx(501 + root).epsilon(1e-13));
    CHECK(c.values.low == Approx(400 / (501 + root)).epsilon(1e-9));
    CHECK(c.low_axis.y / c.low_axis.x == Approx(2).epsilon(1e-2)); // along the valley
}

TEST_CASE("the shape of a surface around a point has a name")
{
    constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
    const auto name = [](const Sym2& h, double negligible = 0) {
        return name_of(curvature_of(h, negligible).shape);
    };
    CHECK(name({2, 0, 3}) == "bowl");
    CHECK(name({-2, 0, -3}) == "dome");
    CHECK(name({0, 1, 0}) == "saddle");
    CHECK(name({1, 1, 1}) == "valley");
    CHECK(name({0, 0, -5}) == "ridge");
    CHECK(name({0, 0, 0}) == "flat");
    CHECK(name({1e-9, 0, 1e-9}, 1e-6) == "flat");
    CHECK(name({kNaN, 0, 1}) == "undefined");
}
