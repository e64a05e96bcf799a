#include "support/catch.hpp"
#include "support/temporary_folder.hpp"
#include "unit/surface/made.hpp"

#include "surface/data_surface.hpp"

#include <numeric>
#include <random>

using namespace thalweg;
using namespace thalweg::surface;
using namespace nodes;

namespace {

SurfacePtr loss(const std::string& kind, const TemporaryFolder& folder, const std::string& csv)
{
    folder.write("points.csv", csv);
    return made(mapping({{"kind", scalar(kind)}, {"file", scalar("points.csv")}},
        (folder / "scene.yaml").string()));
}

std::string error(const std::string& kind, const std::string& csv)
{
    const TemporaryFolder folder;
    try {
        loss(kind, folder, csv);
    } catch (const SceneError& e) {
        const std::string text = e.what();
        return text.substr(text.find(":2:10: ") + 7);
    }
    return "";
}

const Vec2 kPoints[] = {{-1, 0.5}, {0, 1.5}, {1, 1}, {2, 4}, {3.5, 3}};

std::string line_csv()
{
    std::string csv = "t,target\n";
    for (const Vec2& p : kPoints)
        csv += std::to_string(p.x) + "," + std::to_string(p.y) + "\n";
    return csv;
}

} // namespace

TEST_CASE("least squares is the mean squared error, its minimum the regression line", "[data]")
{
    const TemporaryFolder folder;
    const SurfacePtr f = loss("least-squares", folder, line_csv());
    const auto direct = [](Vec2 p) {
        double sum = 0;
        for (const Vec2& q : kPoints)
            sum += std::pow(p.x + p.y * q.x - q.y, 2) / 5;
        return sum;
    };
    for (const Vec2 p : {Vec2{0, 0}, {1, 0.5}, {-3, 2}})
        CHECK(f->value(p) == Approx(direct(p)));
    // Slope and intercept by the textbook formula: cov / var with means 1.1 and 2.
    double cov = 0, var = 0;
    for (const Vec2& q : kPoints) {
        cov += (q.x - 1.1) * (q.y - 2);
        var += (q.x - 1.1) * (q.x - 1.1);
    }
    REQUIRE(f->facts().minima.size() == 1);
    CHECK(f->facts().minima[0].y == Approx(cov / var));
    CHECK(f->facts().minima[0].x == Approx(2 - 1.1 * cov / var));
    CHECK(norm(gradient(f->jet(f->facts().minima[0]))) < 1e-12);
    CHECK(f->facts().domain.contains({0, 0}));
}

TEST_CASE(
    "logistic loss is the mean log-likelihood, its gradient vanishes at the minimum", "[data]")
{
    const TemporaryFolder folder;
    const SurfacePtr f
        = loss("logistic", folder, "1,2,1\n-1,0.5,0\n0.5,-1,1\n2,1,0\n-2,-1,0\n0.3,0.4,1\n");
    const double rows[][3]
        = {{1, 2, 1}, {-1, 0.5, 0}, {0.5, -1, 1}, {2, 1, 0}, {-2, -1, 0}, {0.3, 0.4, 1}};
    for (const Vec2 p : {Vec2{0, 0}, {1, -0.5}, {-3, 2}}) {
        double sum = 0;
        for (const auto& [u, v, t] : rows) {
            const double q = 1 / (1 + std::exp(-(p.x * u + p.y * v)));
            sum -= (t * std::log(q) + (1 - t) * std::log(1 - q)) / 6;
        }
        CHECK(f->value(p) == Approx(sum));
    }
    REQUIRE(f->facts().minima.size() == 1);
    CHECK(norm(gradient(f->jet(f->facts().minima[0]))) < 1e-10);
    CHECK(std::isfinite(f->value({1e6, 1e6})));
    CHECK(std::isfinite(f->jet({-1e6, 1e6}).xx));
    // Classes that a line parts: the loss falls forever.
    CHECK(loss("logistic", folder, "1,1,1\n-1,-1,0\n0.5,2,1\n")->facts().minima.empty());
}

TEST_CASE("jets and bounds of losses agree with differences and samples", "[data]")
{
    const TemporaryFolder folder;
    std::mt19937_64 generator(5);
    std::uniform_real_distribution<double> at(-2, 2);
    for (const SurfacePtr& f : {loss("least-squares", folder, line_csv()),
             loss("logistic", folder, "1,0\n2,1\n-1,1\n0.5,0\n")}) {
        for (int i = 0; i < 100; ++i) {
            const Vec2 p{at(generator), at(generator)};
            const double h = 1e-4;
            const Jet<double> j = f->jet(p);
            CHECK(j.x
                == Approx((f->value({p.x + h, p.y}) - f->value({p.x - h, p.y})) / (2 * h))
                       .margin(1e-6));
            CHECK(j.xy
                == Approx((f->jet({p.x, p.y + h}).x - f->jet({p.x, p.y - h}).x) / (2 * h))
                       .margin(1e-6));
            CHECK(j.yy
                == Approx((f->jet({p.x, p.y + h}).y - f->jet({p.x, p.y - h}).y) / (2 * h))
                       .margin(1e-6));
            const Jet<Interval> b = f->bound_jet({{p.x - h, p.x + h}, {p.y - h, p.y + h}});
            CHECK(b.v.contains(j.v));
            CHECK(b.x.contains(j.x));
            CHECK(b.yy.contains(j.yy));
        }
    }
}

TEST_CASE("least squares is a sum of squares, its Jacobian that of all points", "[data]")
{
    const TemporaryFolder folder;
    const SurfacePtr f = loss("least-squares", folder, line_csv());
    for (const Vec2 p : {Vec2{0, 0}, {1, 0.5}, {-3, 2}}) {
        Jet<double> turned, direct;
        for (const Jet<double>& r : f->residuals(p)) {
            turned.v += sq(r.v);
            turned.xy += r.x * r.y;
            turned.y += r.v * r.y;
        }
        for (const Vec2& q : kPoints) { // r = x + y t - target, over root n
            const double r = p.x + p.y * q.x - q.y;
            direct.v += r * r / 5;
            direct.xy += q.x / 5;
            direct.y += r * q.x / 5;
        }
        CHECK(turned.v == Approx(direct.v));
        CHECK(turned.xy == Approx(direct.xy));
        CHECK(turned.y == Approx(direct.y));
    }
    CHECK(loss("logistic", folder, "1,0\n2,1\n-1,1\n")->residuals({0, 0}).empty());
}

TEST_CASE("the gradient of all points is the loss's, that of a batch the mean over it", "[data]")
{
    const TemporaryFolder folder;
    for (const SurfacePtr& f : {loss("least-squares", folder, line_csv()),
             loss("logistic", folder, "1,0\n2,1\n-1,1\n0.5,0\n")}) {
        const auto* data = dynamic_cast<const DataSurface*>(f.get());
        REQUIRE(data);
        std::vector<std::size_t> all(data->samples());
        std::iota(all.begin(), all.end(), 0);
        const Vec2 p{0.7, -1.1}, whole = data->gradient_of_batch(all, p);
        CHECK(whole.x == Approx(f->jet(p).x));
        CHECK(whole.y == Approx(f->jet(p).y));
        Vec2 mean;
        for (const std::size_t i : all)
            mean += data->gradient_of_batch(std::span(&i, 1), p) / static_cast<double>(all.size());
        CHECK(distance(mean, whole) < 1e-12);
        const std::size_t twice[] = {1, 1}, once[] = {1};
        CHECK(
            distance(data->gradient_of_batch(twice, p), data->gradient_of_batch(once, p)) < 1e-12);
    }
    CHECK(dynamic_cast<const DataSurface*>(made("bowl").get()) == nullptr);
}

TEST_CASE("bad point files are located, clear errors", "[data]")
{
    CHECK(error("least-squares", "1\n2\n")
        == "points.csv: it must have 2 or 3 columns (inputs, then the target), not 1");
    CHECK(error("least-squares", "1,2\n") == "points.csv: it must hold 2 to 100000 points, not 1");
    CHECK(error("least-squares", "")
        == "points.csv: it must have 2 or 3 columns (inputs, then the target), not 0");
    CHECK(error("least-squares", "1,2\n2,nan\n3,4\n")
        == "points.csv: line 2 has a cell without a number");
    CHECK(error("least-squares", "1,2\n1,3\n1,4\n")
        == "its inputs are all proportional, so they do not determine two parameters");
    CHECK(error("logistic", "a,b\n# measured\n1,0\n2,0.5\n")
        == "points.csv: line 4: the last column must be 0 or 1, not 0.5");
}
