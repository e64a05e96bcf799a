#include "support/catch.hpp"
#include "unit/surface/made.hpp"

using namespace thalweg;
using namespace thalweg::surface;
using namespace nodes;

TEST_CASE("a bowl's axes can be unequal and turned", "[surface]")
{
    const auto f = made(mapping({{"kind", scalar("bowl")}, {"a", scalar("2")}, {"b", scalar("5")},
        {"rotation", scalar("90")}}));
    CHECK(f->value({1, 0}) == Approx(5));
    CHECK(f->value({0, 1}) == Approx(2));
    CHECK(f->facts().formula == "$2x^2 + 5y^2$, turned by 90°");
    const auto [low, high] = eigenvalues(hessian(made(
        mapping({{"kind", scalar("stretched-quadratic")},
            {"stretch", scalar("25")}}))->jet({0.3, 0.4})));
    CHECK(high / low == Approx(25));
}

TEST_CASE("Rosenbrock's constants move the minimum and the formula", "[surface]")
{
    const auto f = made(
        mapping({{"kind", scalar("rosenbrock")}, {"a", scalar("0.5")}, {"b", scalar("10")}}));
    CHECK(f->value({0.5, 0.25}) == 0);
    CHECK(f->facts().minima.front() == Vec2{0.5, 0.25});
    CHECK(f->facts().formula == "$(0.5 - x)^2 + 10\\,(y - x^2)^2$");
}

TEST_CASE("an n-hump camel has n minima in a row", "[surface]")
{
    for (const int n : {1, 2, 3, 4, 7, 12}) {
        INFO(n);
        const auto f = made(
            mapping({{"kind", scalar("n-hump-camel")}, {"humps", scalar(std::to_string(n))}}));
        int minima = 0;
        const double h = 1e-4;
        for (double x = -2.4; x < 2.4; x += h) {
            const auto at = [&](double v) { return f->value({v, -v / 2}); };
            minima += at(x) < at(x - h) && at(x) <= at(x + h);
        }
        CHECK(minima == n);
        CHECK(f->facts().minima.size() == (n % 2 == 1 ? 1 : 2));
    }
}

TEST_CASE("a Gaussian mixture takes centres, weights and widths", "[surface]")
{
    const Node centers = list({list({"0", "0"}), list({"5", "1"})});
    const auto f = made(mapping({{"kind", scalar("gaussian-mixture")}, {"centers", centers},
        {"weights", list({"2", "-1"})}, {"widths", list({"0.5"})}}));
    CHECK(f->value({0, 0}) == Approx(-2));
    CHECK(f->value({5, 1}) == Approx(1));
    CHECK(f->facts().domain == Box{{-1.5, 6.5}, {-1.5, 2.5}});

    CHECK(complaint(mapping({{"kind", scalar("gaussian-mixture")}, {"weights", list({"1", "2"})}}))
        == "scene.yaml:2:10: weights must have one number, or one for each of the 3 centres");
    CHECK(complaint(mapping({{"kind", scalar("gaussian-mixture")}, {"centers", scalar("3")}}))
        == "scene.yaml:2:10: centers must be a list of 1 to 1000 points [x, y]");
    CHECK(complaint(mapping({{"kind", scalar("gaussian-mixture")}, {"widths", list({"0"})}}))
              .find("widths must be at least 0.001")
        != std::string::npos);
}

TEST_CASE("every kind describes its options", "[surface]")
{
    for (const auto& kind : surface_kinds())
        for (const OptionInfo& option : describe(kind)) {
            INFO(kind.name << "." << option.key);
            CHECK_FALSE(option.meaning.empty());
            CHECK_FALSE(option.type.empty());
        }
}
