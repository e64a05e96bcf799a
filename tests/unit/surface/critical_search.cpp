#include "support/catch.hpp"
#include "surface/critical_points.hpp"
#include "unit/surface/made.hpp"

#include <fmt/format.h>

#include <algorithm>

using namespace thalweg;
using namespace thalweg::surface;
using namespace nodes;

namespace {

/// Where Newton's method comes to rest from a point, if it does.
std::optional<Vec2> newton(const Surface& f, const Box& domain, Vec2 p)
{
    for (int i = 0; i < 60; ++i) {
        const Jet<double> j = f.jet(p);
        const double d = j.xx * j.yy - j.xy * j.xy;
        const Vec2 step = Vec2{j.yy * j.x - j.xy * j.y, j.xx * j.y - j.xy * j.x} / d;
        if (!is_finite(step) || !domain.contains(p - step))
            return std::nullopt;
        p -= step;
        if (norm(step) < 1e-13 * domain.width())
            return p;
    }
    return std::nullopt;
}

/// Critical points in a domain by Newton's method from a dense raster of starts in a part of it.
std::vector<Vec2> search(const Surface& f, const Box& domain, const Box& part, int starts)
{
    std::vector<Vec2> found;
    for (int k = 0; k < starts; ++k)
        for (int i = 0; i < starts; ++i) {
            const auto end
                = newton(f, domain, {part.x.at((i + 0.5) / starts), part.y.at((k + 0.5) / starts)});
            const auto is_known = [&](Vec2 p) { return distance(p, *end) < 1e-7 * domain.width(); };
            if (end && std::isfinite(f.value(*end)) && std::ranges::none_of(found, is_known))
                found.push_back(*end);
        }
    return found;
}

/// Compares what is proven with what is found; the number of points outside of undecided boxes.
std::size_t check_against_search(const Surface& f, const Box& domain, int starts)
{
    const CriticalPoints proven = find_critical_points(f, domain);
    const std::vector<Vec2> found = search(f, domain, domain, starts);
    const double same = 1e-7 * domain.width();
    const auto is_undecided = [&](Vec2 p) {
        return std::ranges::any_of(
            proven.uncertified, [&](const Box& box) { return grown(box, same).contains(p); });
    };
    std::size_t decided = 0;
    for (const Vec2 p : found) {
        const auto here = [&](const CriticalPoint& c) { return distance(c.at, p) < same; };
        const bool is_proven = std::ranges::any_of(proven.points, here);
        INFO("found at " << p.x << ", " << p.y);
        CHECK((is_proven || is_undecided(p)));
        decided += is_proven || !is_undecided(p);
    }
    for (const CriticalPoint& c : proven.points) {
        INFO("proven at " << c.at.x << ", " << c.at.y);
        const auto here = [&](Vec2 p) { return distance(c.at, p) < same; };
        if (std::ranges::any_of(found, here))
            continue;
        // Beside a crease, few starts lead to it.
        const double r = 2e-3 * domain.width();
        const Box around{{c.at.x - r, c.at.x + r}, {c.at.y - r, c.at.y + r}};
        CHECK(std::ranges::any_of(search(f, domain, around, 60), here));
        ++decided;
    }
    CHECK(proven.points.size() == decided);
    return decided;
}

} // namespace

TEST_CASE("as many critical points as Newton's method finds from many starts", "[critical]")
{
    struct Row {
        std::string kind;
        int starts;
        std::size_t least;
    };
    for (const auto& [kind, starts, least] :
        {Row{"himmelblau", 60, 9}, Row{"schaffer", 300, 27}, Row{"eggholder", 400, 295},
            Row{"peaks", 100, 6}, Row{"rastrigin", 200, 100}, Row{"cross-in-tray", 200, 36}}) {
        INFO(kind);
        const SurfacePtr f = made(kind);
        CHECK(check_against_search(*f, f->facts().domain, starts) >= least);
    }
}

TEST_CASE("likewise of formulas, with creases, jumps and undefined ground", "[critical]")
{
    for (const std::string text : {"sin(3*x)*cos(2*y) + 0.1*x*y", "x^2 - log(x+1) + sin(4*y)",
             "abs(x-1) + (y-x)^2 + sin(5*x)", "floor(2*x) + sin(4*x+1)*cos(3*y)",
             "mod(x, 1)^2*(1-mod(x, 1))^2 + y^2", "hypot(x, y) + cos(3*x)*cos(2*y)",
             "sqrt(2 - x^2 - y^2) + x*y", "min(x^2 + y, (x-1)^2 - y) + y^4"}) {
        INFO(text);
        const SurfacePtr f
            = made(mapping({{"kind", scalar("formula")}, {"formula", quoted(text)}}));
        check_against_search(*f, {{-2.1, 2}, {-2, 2.2}}, 120);
    }
}
