#include "panel/contour/undefined_ground.hpp"

#include "support/catch.hpp"
#include "support/nodes.hpp"
#include "surface/catalogue.hpp"

#include <cmath>
#include <numbers>

using namespace thalweg;
using namespace thalweg::panel;

namespace {

constexpr Box kPicture{{0, 400}, {0, 400}};

std::vector<Vec2> circle(Vec2 center, double radius, bool turns_left)
{
    std::vector<Vec2> points;
    for (int i = 0; i < 720; ++i) {
        const double angle = (turns_left ? 1 : -1) * i * std::numbers::pi / 360;
        points.push_back(center + radius * Vec2{std::cos(angle), std::sin(angle)});
    }
    return points;
}

surface::SurfacePtr formula(const std::string& text)
{
    const Node node
        = nodes::mapping({{"kind", nodes::scalar("formula")}, {"formula", nodes::quoted(text)}});
    Problems problems;
    auto made = make_kind(node, "surface", surface::surface_kinds(), problems);
    problems.throw_if_any();
    return *made;
}

double length_of(const canvas::Path& lines)
{
    double length = 0;
    for (std::size_t i = 1; i < lines.points().size(); i += 2)
        length += distance(lines.points()[i - 1], lines.points()[i]);
    return length;
}

} // namespace

TEST_CASE("hatching covers an area and leaves its holes free", "[panel][undefined]")
{
    // Lines that stand s apart along the x axis, at 45 degrees, have a length of area x sqrt(2) /
    // s.
    const double area = std::numbers::pi * (150 * 150 - 60 * 60), spacing = 3;
    const canvas::Path lines = hatching(
        {circle({200, 200}, 150, true), circle({200, 200}, 60, false)}, kPicture, spacing);
    CHECK(length_of(lines) == Approx(area * std::numbers::sqrt2 / spacing).epsilon(0.005));
    for (std::size_t i = 1; i < lines.points().size(); i += 2) {
        const Vec2 a = lines.points()[i - 1], b = lines.points()[i];
        CHECK(a.x + a.y == Approx(b.x + b.y)); // rising to the right
        const double middle = distance(0.5 * (a + b), {200, 200});
        CHECK((middle > 59.9 && middle < 150.1));
    }
}

TEST_CASE("areas that overlap are hatched once", "[panel][undefined]")
{
    const auto one = circle({200, 200}, 100, true);
    CHECK(length_of(hatching({one, one}, kPicture, 5))
        == Approx(length_of(hatching({one}, kPicture, 5))));
}

TEST_CASE("hatching of an area far larger than the picture is bounded", "[panel][undefined]")
{
    const canvas::Path lines = hatching({circle({200, 200}, 1e9, true)}, kPicture, 5);
    CHECK(lines.points().size() <= 2 * (800 / 5 + 1));
}

TEST_CASE("only surfaces with undefined ground have some", "[panel][undefined]")
{
    const Box box{{-2, 2}, {-2, 2}};
    CHECK(find_undefined_ground(*formula("x^2 + y^4"), box, 0.001).outlines.empty());
    const auto half = formula("y - sqrt(1 - x^2)");
    const UndefinedGround ground = find_undefined_ground(*half, box, 0.001);
    CHECK_FALSE(ground.outlines.empty());
    CHECK_FALSE(ground.edge.empty());
    for (const contour::Ring& ring : ground.edge)
        for (const contour::Bezier& curve : ring.beziers)
            CHECK(std::abs(curve.p[0].x) == Approx(1).margin(0.001));
}
