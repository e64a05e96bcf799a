#include "support/catch.hpp"
#include "unit/surface/made.hpp"

#include <random>

using namespace thalweg;
using namespace thalweg::surface;

namespace {

/// Runs `check` on every kind that needs no options, named in messages.
template <class Check>
void for_each_surface(Check check)
{
    for (const auto& kind : surface_kinds())
        if (const SurfacePtr surface = made_by_default(kind)) {
            INFO(kind.name);
            check(*surface);
        }
}

struct Random {
    std::mt19937_64 generator{42};
    double share() { return std::uniform_real_distribution<double>(0, 1)(generator); }
    Vec2 point(const Box& b) { return {b.x.at(share()), b.y.at(share())}; }
    /// A box inside another, from as large to a millionth of it.
    Box box(const Box& b)
    {
        const double size = std::pow(10, -6 * share());
        const Vec2 p = point(b), w{size * b.width(), size * b.height()};
        return {{p.x, std::min(b.x.hi, p.x + w.x)}, {p.y, std::min(b.y.hi, p.y + w.y)}};
    }
};

/// Fourth-order central differences of the gradient's two entries by exact values.
double slope(const std::function<double(double)>& f, double h)
{
    return (8 * (f(h) - f(-h)) - (f(2 * h) - f(-2 * h))) / (12 * h);
}

bool smooth_between(double coarse, double fine, double scale)
{
    return std::abs(coarse - fine) <= 1e-6 * scale;
}

double size_of(const Sym2& m)
{
    return std::max({std::abs(m.xx), std::abs(m.xy), std::abs(m.yy)});
}

} // namespace

TEST_CASE("every surface says what it is", "[surface]")
{
    for_each_surface([](const Surface& f) {
        const SurfaceFacts& facts = f.facts();
        CHECK_FALSE(facts.formula.empty());
        CHECK_FALSE(facts.source.empty());
        CHECK(facts.domain.width() > 0);
        CHECK(facts.domain.height() > 0);
        CHECK(facts.domain.contains(facts.start));
        for (const Vec2& at : facts.minima) {
            CHECK(facts.domain.contains(at));
            CHECK(distance(at, facts.start) > 0.05 * facts.domain.width());
        }
    });
}

TEST_CASE("gradients and Hessians equal central differences", "[surface]")
{
    for_each_surface([](const Surface& f) {
        Random random;
        int checked = 0;
        for (int i = 0; i < 200; ++i) {
            const Box domain = f.facts().domain;
            const Vec2 p = random.point(domain);
            const double h = 1e-4 * domain.width();
            const Jet<double> j = f.jet(p);
            const auto fx = [&](double t) { return f.value({p.x + t, p.y}); };
            const auto fy = [&](double t) { return f.value({p.x, p.y + t}); };
            const auto gxx = [&](double t) { return f.jet({p.x + t, p.y}).x; };
            const auto gxy = [&](double t) { return f.jet({p.x, p.y + t}).x; };
            const auto gyy = [&](double t) { return f.jet({p.x, p.y + t}).y; };
            const double scale1 = norm(gradient(j)) + 1e-3 * std::abs(j.v) / h * 1e-4 + 1e-9;
            const double scale2 = size_of(hessian(j)) + scale1 / domain.width() + 1e-9;
            CHECK(j.v == Approx(f.value(p)).epsilon(1e-12).margin(1e-12));
            // Beside a kink differences at two step lengths disagree; such points say nothing.
            const auto same = [&](const auto& g, double exact, double scale) {
                const double coarse = slope(g, h), fine = slope(g, h / 2);
                if (!smooth_between(coarse, fine, scale))
                    return false;
                CHECK(std::abs(fine - exact) <= 2e-5 * scale);
                return true;
            };
            checked += same(fx, j.x, scale1) && same(fy, j.y, scale1) && same(gxx, j.xx, scale2)
                && same(gxy, j.xy, scale2) && same(gyy, j.yy, scale2);
        }
        CHECK(checked >= 150);
    });
}

TEST_CASE("bounds over boxes enclose 10,000 samples", "[surface]")
{
    for_each_surface([](const Surface& f) {
        Random random;
        for (int i = 0; i < 200; ++i) {
            const Box box = random.box(f.facts().domain);
            const Interval bound = f.bound(box);
            const Jet<Interval> jets = f.bound_jet(box);
            for (int k = 0; k < 50; ++k) {
                const Vec2 p
                    = k < 4 ? box.corners()[static_cast<std::size_t>(k)] : random.point(box);
                const Jet<double> j = f.jet(p);
                // The samples are rounded, so they may leave a tight bound by their own error.
                const auto holds = [](const Interval& b, double v, double slack) {
                    return b.lo - slack <= v && v <= b.hi + slack;
                };
                const double e = 1e-11;
                REQUIRE(holds(bound, j.v, e * (1 + std::abs(j.v))));
                REQUIRE(holds(jets.v, j.v, e * (1 + std::abs(j.v))));
                REQUIRE(holds(jets.x, j.x, e * (1 + std::abs(j.x))));
                REQUIRE(holds(jets.y, j.y, e * (1 + std::abs(j.y))));
                REQUIRE(holds(jets.xx, j.xx, e * (1 + size_of(hessian(j)))));
                REQUIRE(holds(jets.xy, j.xy, e * (1 + size_of(hessian(j)))));
                REQUIRE(holds(jets.yy, j.yy, e * (1 + size_of(hessian(j)))));
            }
        }
    });
}

TEST_CASE("bounds over small boxes are tight", "[surface]")
{
    for_each_surface([](const Surface& f) {
        Random random;
        int tight = 0;
        for (int i = 0; i < 100; ++i) {
            const Box domain = f.facts().domain;
            const Vec2 p = random.point(domain);
            const double w = 1e-6 * domain.width();
            const Box box{{p.x, p.x + w}, {p.y, p.y + w}};
            const Jet<double> j = f.jet(p);
            // A first-order enclosure is as wide as the values that it takes, and a few times more.
            const double range = w * (std::abs(j.x) + std::abs(j.y)) + w * w * size_of(hessian(j));
            tight += f.bound(box).width() <= 200 * range + 1e-12 * (1 + std::abs(j.v));
        }
        CHECK(tight >= 90);
    });
}

TEST_CASE("known minima are stationary, equal, and the lowest around", "[surface]")
{
    for_each_surface([](const Surface& f) {
        Random random;
        const Box domain = f.facts().domain;
        for (const Vec2& at : f.facts().minima) {
            const double value = f.value(at);
            INFO("(" << at.x << ", " << at.y << ")");
            CHECK(value == Approx(f.value(f.facts().minima.front())).margin(1e-9));
            const Vec2 g = gradient(f.jet(at));
            const bool inside = grown(domain, -1e-9).contains(at);
            const bool kink
                = !is_finite(g) || !std::isfinite(f.bound_jet({{at.x, at.x}, {at.y, at.y}}).xx.hi);
            if (inside && !kink)
                CHECK(norm(g) <= 1e-8 * (1 + size_of(hessian(f.jet(at)))));
            for (int i = 0; i < 2000; ++i) {
                const double radius = std::pow(10, -5 * random.share()) * 0.05 * domain.width();
                const Vec2 p = at + radius * Vec2{2 * random.share() - 1, 2 * random.share() - 1};
                REQUIRE(f.value(domain.clamp(p)) >= value - 1e-9 * (1 + std::abs(value)));
            }
            for (int i = 0; i < 2000; ++i)
                REQUIRE(f.value(random.point(domain)) >= value - 1e-9 * (1 + std::abs(value)));
        }
    });
}

TEST_CASE("known critical points are what they are called", "[surface]")
{
    for_each_surface([](const Surface& f) {
        for (const CriticalPoint& c : f.facts().critical_points) {
            INFO("(" << c.at.x << ", " << c.at.y << ")");
            const Jet<double> j = f.jet(c.at);
            CHECK(norm(gradient(j)) <= 1e-8 * (1 + size_of(hessian(j))));
            CHECK(c.value == Approx(j.v).margin(1e-12));
            const auto [low, high] = eigenvalues(hessian(j));
            CHECK((c.kind == CriticalKind::minimum) == (low > 0));
            CHECK((c.kind == CriticalKind::maximum) == (high < 0));
            CHECK((c.kind == CriticalKind::saddle) == (low < 0 && high > 0));
        }
    });
}

TEST_CASE("a sampled row holds the values at its points", "[surface]")
{
    for_each_surface([](const Surface& f) {
        const Box domain = f.facts().domain;
        std::vector<double> row(37);
        f.sample_row(domain.x, domain.center().y, row);
        for (std::size_t i = 0; i < row.size(); ++i) {
            const double x = domain.x.at(static_cast<double>(i) / 36);
            CHECK(row[i] == Approx(f.value({x, domain.center().y})).epsilon(1e-9).margin(1e-9));
        }
        f.sample_row(domain.x, domain.y.lo, std::span(row).first(1));
        CHECK(row[0] == f.value({domain.x.lo, domain.y.lo}));
    });
}

TEST_CASE("the squares of residuals add up to the value, their derivatives to its", "[surface]")
{
    Random random;
    std::vector<std::string> names;
    for (const auto& kind : surface_kinds()) {
        const SurfacePtr surface = made_by_default(kind);
        if (!surface || surface->residuals(surface->facts().start).empty())
            continue;
        INFO(kind.name);
        names.emplace_back(kind.name);
        for (int i = 0; i < 300; ++i) {
            const Vec2 p = random.point(surface->facts().domain);
            Jet<double> sum;
            for (const Jet<double>& r : surface->residuals(p))
                sum += sq(r);
            const Jet<double> f = surface->jet(p);
            CHECK(sum.v == Approx(f.v).epsilon(1e-11));
            CHECK(sum.x == Approx(f.x).epsilon(1e-11).margin(1e-10 * size_of(hessian(f))));
            CHECK(sum.y == Approx(f.y).epsilon(1e-11).margin(1e-10 * size_of(hessian(f))));
            CHECK(sum.xy == Approx(f.xy).epsilon(1e-11).margin(1e-10 * size_of(hessian(f))));
        }
    }
    CHECK(names
        == std::vector<std::string>{"bowl", "stretched-quadratic", "rosenbrock", "himmelblau",
            "beale", "booth", "matyas", "levy", "double-well", "ravine"});
}
