// Streamlines beside closed forms, and kept apart on any ground.
#include "contour/streamlines.hpp"

#include "contour/flow_line.hpp"
#include "support/catch.hpp"
#include "surfaces.hpp"

using namespace thalweg;
using namespace thalweg::contour;
using namespace thalweg::testing;

namespace {

std::vector<Vec2> walk(const surface::Surface& f, Vec2 from, bool uphill, const Box& domain,
    const FlowLine::Steps& steps)
{
    FlowLine line(f, from, uphill, steps);
    std::vector<Vec2> points{from};
    while (points.size() < 5000) {
        const auto next = line.advance();
        if (!next || !domain.contains(*next))
            break;
        points.push_back(*next);
    }
    return points;
}

/// Points all along a line, on the picture.
std::vector<Vec2> samples(const Streamline& line, Vec2 scale)
{
    std::vector<Vec2> points;
    for (const Bezier& curve : line)
        for (int i = 0; i < 4; ++i) {
            const Vec2 p = curve.at(i / 4.0);
            points.push_back({p.x * scale.x, p.y * scale.y});
        }
    return points;
}

double nearest(const std::vector<Vec2>& points, Vec2 to)
{
    double best = 1e300;
    for (const Vec2 p : points)
        best = std::min(best, distance(p, to));
    return best;
}

/// As on a map 468 units wide.
StreamlineLayout on_map(const Box& domain)
{
    return {.scale = {468 / domain.width(), 468 / domain.height()}, .spacing = 22};
}

} // namespace

TEST_CASE("a flow line of a bowl is a power of x", "[streamlines]")
{
    // dy/dx = b y / (a x), so that y / x^(b/a) stays as it is.
    const auto f = surface_named(Quadratic{1, 3, 0});
    const Box domain = square(2);
    const FlowLine::Steps steps{.scale = {100, 100}, .longest = 7, .tolerance = 0.2};
    for (const bool uphill : {false, true}) {
        const Vec2 from = uphill ? Vec2{0.5, 0.02} : Vec2{1.8, 1.6};
        const double factor = from.y / (from.x * from.x * from.x);
        const std::vector<Vec2> points = walk(f, from, uphill, domain, steps);
        REQUIRE(points.size() > 20);
        for (const Vec2 p : points) {
            const double off = (p.y - factor * p.x * p.x * p.x) / norm({1, 3 * factor * p.x * p.x});
            CHECK(std::abs(off) * 100 < 0.5); // half of a unit
        }
        CHECK((uphill ? points.back().x > 1.9 : norm(points.back()) * 100 < 1));
    }
}

TEST_CASE("in a narrow valley a flow line falls to the floor and follows it", "[streamlines]")
{
    const auto f = surface_named(Rosenbrock{});
    const Box domain = rosenbrock_domain();
    const std::vector<Vec2> points = walk(
        f, {-1.5, 1.2}, false, domain, {.scale = {117, 117}, .longest = 6.6, .tolerance = 0.2});
    CHECK(distance(points.back(), {1, 1}) * 117 < 1);
    CHECK(points.size() < 400);
    double height = f.value(points.front());
    for (const Vec2 p : points) {
        CHECK(f.value(p) <= height);
        height = f.value(p);
        if (p.x > -0.9)
            CHECK(std::abs(p.y - p.x * p.x) * 117 < 2);
    }
}

TEST_CASE("streamlines of a saddle are hyperbolas", "[streamlines]")
{
    const auto f = surface_named(Quadratic{1, -1, 0});
    const StreamlineLayout layout = on_map(square(2));
    const std::vector<Streamline> lines = evenly_spaced_streamlines(f, square(2), layout);
    REQUIRE(lines.size() > 20);
    for (const Streamline& line : lines) {
        const Vec2 first = line.front().p[0];
        for (const Bezier& curve : line)
            for (const double t : {0.0, 0.5, 1.0}) {
                const Vec2 p = curve.at(t);
                // To first order, how far the point is from the line's hyperbola.
                const double off = std::abs(p.x * p.y - first.x * first.y) / norm(p);
                CHECK(off * layout.scale.x < 0.8);
            }
    }
}

TEST_CASE("streamlines keep apart, go down, and leave no gap", "[streamlines]")
{
    const auto bowl = surface_named(Quadratic{1, 40, 0});
    const auto rosenbrock = surface_named(Rosenbrock{});
    const auto himmelblau = surface_named(Himmelblau{});
    const auto multimodal = surface_named(Multimodal{});
    const auto logarithm = surface_named(Logarithm{});
    const auto diamond = surface_named(Diamond{});
    struct Case {
        const surface::Surface* f;
        Box domain;
    };
    for (const auto& [f, domain] :
        {Case{&bowl, square(2)}, {&rosenbrock, rosenbrock_domain()}, {&himmelblau, square(6)},
            {&multimodal, {{-8, 8}, {-3, 3}}}, {&logarithm, square(2)}, {&diamond, square(1)}}) {
        const StreamlineLayout layout = on_map(domain);
        const std::vector<Streamline> lines = evenly_spaced_streamlines(*f, domain, layout);
        std::vector<std::vector<Vec2>> points;
        std::vector<Vec2> all;
        for (const Streamline& line : lines) {
            points.push_back(samples(line, layout.scale));
            all.insert(all.end(), points.back().begin(), points.back().end());
            CHECK(f->value(line.back().p[3]) < f->value(line.front().p[0]));
            for (const Bezier& curve : line)
                CHECK(domain.contains(curve.p[0]));
        }
        for (std::size_t i = 0; i < points.size(); ++i)
            for (std::size_t j = i + 1; j < points.size(); ++j)
                for (const Vec2 p : points[i])
                    REQUIRE(nearest(points[j], p) > 0.45 * layout.spacing);
        int places = 0, near = 0;
        for (int i = 0; i < 900; ++i) {
            const Vec2 p{domain.x.at((i % 30 + 0.5) / 30), domain.y.at((i / 30 + 0.5) / 30)};
            if (!std::isfinite(f->value(p)))
                continue;
            ++places;
            near += nearest(all, {p.x * layout.scale.x, p.y * layout.scale.y})
                < 1.2 * layout.spacing;
        }
        INFO(domain.x.hi << " " << domain.y.hi << " lines " << lines.size());
        CHECK(near >= 0.97 * places);
    }
}

TEST_CASE("no streamline crosses a pole or ground that is undefined", "[streamlines]")
{
    const auto pole = surface_named(Reciprocal{});
    for (const Streamline& line : evenly_spaced_streamlines(pole, square(2), on_map(square(2)))) {
        const bool is_right = line.front().p[0].x > 0;
        for (const Bezier& curve : line)
            CHECK((curve.p[3].x > 0) == is_right);
    }
    const auto logarithm = surface_named(Logarithm{});
    for (const Streamline& line :
        evenly_spaced_streamlines(logarithm, square(2), on_map(square(2))))
        for (const Bezier& curve : line)
            CHECK(curve.p[3].x > 0);
    const auto plateau = surface_named(Quadratic{0, 0, 1});
    CHECK(evenly_spaced_streamlines(plateau, square(2), on_map(square(2))).empty());
}

TEST_CASE("more streamlines come between those that are there", "[streamlines]")
{
    const auto f = surface_named(Himmelblau{});
    const Box part{{-1, 2}, {-1, 2}};
    StreamlineLayout layout = on_map(square(6));
    const std::vector<Streamline> wide = evenly_spaced_streamlines(f, square(6), layout);
    layout.scale = 4 * layout.scale;
    layout.placed = wide;
    layout.shown = {part};
    const std::vector<Streamline> more = evenly_spaced_streamlines(f, square(6), layout);
    REQUIRE(more.size() > 20);
    std::vector<Vec2> all;
    for (const Streamline& line : wide)
        for (const Vec2 p : samples(line, layout.scale))
            all.push_back(p);
    for (const Streamline& line : more)
        for (const Bezier& curve : line)
            CHECK(nearest(all, {curve.p[0].x * layout.scale.x, curve.p[0].y * layout.scale.y})
                > 0.45 * layout.spacing);
}
