#include "surface/critical_points.hpp"
#include "support/catch.hpp"
#include "unit/surface/made.hpp"

using namespace thalweg;
using namespace thalweg::surface;
using namespace nodes;

namespace {

struct Counts {
    std::size_t minima, maxima, saddles;
};

Counts count(const CriticalPoints& found)
{
    const auto of = [&](CriticalKind kind) {
        return static_cast<std::size_t>(
            std::ranges::count(found.points, kind, &CriticalPoint::kind));
    };
    return {of(CriticalKind::minimum), of(CriticalKind::maximum), of(CriticalKind::saddle)};
}

bool has(const CriticalPoints& found, CriticalKind kind, Vec2 at, double margin)
{
    return std::ranges::any_of(found.points,
        [&](const CriticalPoint& c) { return c.kind == kind && distance(c.at, at) <= margin; });
}

CriticalPoints found(const Surface& f)
{
    return find_critical_points(f, f.facts().domain);
}

} // namespace

TEST_CASE("all critical points of Himmelblau's function", "[critical]")
{
    const auto all = found(*made("himmelblau"));
    CHECK(all.complete());
    CHECK(all.points.size() == 9);
    for (const Vec2 p :
        {Vec2{3, 2}, {-2.805118, 3.131313}, {-3.779310, -3.283186}, {3.584428, -1.848127}})
        CHECK(has(all, CriticalKind::minimum, p, 1e-6));
    for (const Vec2 p : {Vec2{-3.073026, -0.081353}, {-0.127961, -1.953715}, {0.086678, 2.884255},
             {3.385154, 0.073852}})
        CHECK(has(all, CriticalKind::saddle, p, 1e-6));
    CHECK(has(all, CriticalKind::maximum, {-0.270845, -0.923039}, 1e-6));
    CHECK(all.points.back().value == Approx(181.6165).epsilon(1e-6));
    CHECK(std::ranges::is_sorted(all.points, {}, &CriticalPoint::value));
}

TEST_CASE("as many critical points as theory or literature count", "[critical]")
{
    struct Row {
        std::string kind;
        Counts expected;
    };
    // A function that rises everywhere on its domain's edge has minima + maxima - saddles = 1.
    for (const auto& [kind, expected] :
        {Row{"bowl", {1, 0, 0}}, Row{"stretched-quadratic", {1, 0, 0}}, Row{"saddle", {0, 0, 1}},
            Row{"rosenbrock", {1, 0, 0}}, Row{"booth", {1, 0, 0}}, Row{"matyas", {1, 0, 0}},
            Row{"double-well", {2, 0, 1}}, Row{"three-hump-camel", {3, 0, 2}},
            Row{"six-hump-camel", {6, 2, 7}}, Row{"styblinski-tang", {4, 1, 4}},
            Row{"goldstein-price", {4, 1, 4}}, Row{"n-hump-camel", {5, 0, 4}}}) {
        INFO(kind);
        const auto all = found(*made(kind));
        CHECK(all.complete());
        CHECK(count(all).minima == expected.minima);
        CHECK(count(all).maxima == expected.maxima);
        CHECK(count(all).saddles == expected.saddles);
    }
}

TEST_CASE("every known minimum and critical point inside the domain is found", "[critical]")
{
    for (const auto& kind : surface_kinds())
        if (const SurfacePtr f = made_by_default(kind); f && f->has_bounds()) {
            INFO(kind.name);
            const auto all = found(*f);
            const auto accounted = [&](Vec2 p) {
                const double margin = 1e-7 * f->facts().domain.width();
                return std::ranges::any_of(all.points,
                           [&](const CriticalPoint& c) { return distance(c.at, p) <= margin; })
                    || std::ranges::any_of(all.uncertified,
                        [&](const Box& b) { return grown(b, margin).contains(p); });
            };
            for (const Vec2& p : f->facts().minima)
                if (grown(f->facts().domain, -1e-9).contains(p))
                    CHECK(accounted(p));
            for (const CriticalPoint& c : f->facts().critical_points)
                if (f->facts().domain.contains(c.at))
                    CHECK(accounted(c.at));
            for (const CriticalPoint& c : all.points)
                CHECK(norm(gradient(f->jet(c.at)))
                    <= 1e-6 * (1 + std::abs(hessian(f->jet(c.at)).trace())));
        }
}

TEST_CASE("many points are proven beside creases and in narrow valleys", "[critical]")
{
    // Counted by Newton's method from a million starts.
    const auto schaffer = found(*made("schaffer"));
    CHECK(schaffer.complete());
    CHECK(schaffer.points.size() == 27);
    const auto eggholder = found(*made("eggholder"));
    CHECK(eggholder.points.size() == 295);
    REQUIRE_FALSE(eggholder.complete());
    double area = 0;
    for (const Box& box : eggholder.uncertified) {
        area += box.width() * box.height();
        // All that is left lies along the two creases.
        const Vec2 c = box.center();
        const double reach = box.width() + box.height();
        CHECK((std::abs(0.5 * c.x + c.y + 47) <= reach || std::abs(c.x - c.y - 47) <= reach));
    }
    CHECK(area < 0.05 * 1024 * 1024);
}

TEST_CASE("critical points of formulas, also where they are undefined elsewhere", "[critical]")
{
    const auto of = [](const char* text) {
        const SurfacePtr f
            = made(mapping({{"kind", scalar("formula")}, {"formula", scalar(text)}}));
        return find_critical_points(*f, {{-2, 2}, {-2, 2}});
    };
    // d/dx: 2x - 1/(x + 1) = 0 at x = (-1 + √3) / 2; undefined for x <= -1.
    const auto log = of("x^2 - log(x+1) + y^2");
    REQUIRE(log.points.size() == 1);
    CHECK(distance(log.points[0].at, {0.5 * (std::sqrt(3) - 1), 0}) < 1e-9);
    // A pole is no critical point; x + 1/x has them at ±1.
    const auto pole = of("x + 1/x + y^2");
    CHECK(pole.points.size() == 2);
    // Steps are level, so all of y = 0 is critical here, and nothing there.
    CHECK_FALSE(of("floor(x) + y^2").complete());
    CHECK(of("floor(x) + y").complete());
}

TEST_CASE("what cannot be proven is said, and where", "[critical]")
{
    const auto monkey = found(*made("monkey-saddle"));
    CHECK(monkey.points.empty());
    REQUIRE(monkey.uncertified.size() == 1);
    CHECK(monkey.uncertified.front().contains({0, 0}));
    CHECK(monkey.uncertified.front().width() < 1e-4);

    // Every point of a valley's level floor is critical.
    const auto trough
        = found(*made(mapping({{"kind", scalar("formula")}, {"formula", scalar("x^2")}})));
    CHECK(trough.points.empty());
    REQUIRE_FALSE(trough.complete());
    CHECK(trough.uncertified.front().width() < 0.1);
    CHECK(trough.uncertified.front().height() > 3.9);

    const auto cone = found(
        *made(mapping({{"kind", scalar("formula")}, {"formula", scalar("sqrt(x^2 + y^2)")}})));
    CHECK(cone.points.empty());
    CHECK(cone.uncertified.size() == 1);
}

TEST_CASE("critical points on the domain's edge and at its corner count", "[critical]")
{
    const SurfacePtr bowl = made("bowl");
    CHECK(find_critical_points(*bowl, {{0, 2}, {-1, 1}}).points.size() == 1);
    CHECK(find_critical_points(*bowl, {{0, 2}, {0, 1}}).points.size() == 1);
    CHECK(find_critical_points(*bowl, {{0.5, 2}, {-1, 1}}).points.empty());
    CHECK(find_critical_points(*bowl, {{0.5, 2}, {-1, 1}}).complete());
}

TEST_CASE("kinds by eigenvalues", "[critical]")
{
    CHECK(classify({2, 0, 1}) == CriticalKind::minimum);
    CHECK(classify({-2, 1, -1}) == CriticalKind::maximum);
    CHECK(classify({1, 3, 1}) == CriticalKind::saddle);
    CHECK(classify({1, 1, 1}) == CriticalKind::degenerate);
    CHECK(classify({0, 0, 0}) == CriticalKind::degenerate);
    CHECK(name_of(CriticalKind::saddle) == "saddle");
}
