#include "panel/data/model_line.hpp"

#include "support/catch.hpp"
#include "support/temporary_folder.hpp"
#include "unit/surface/made.hpp"

#include <cmath>

using namespace thalweg;
using namespace thalweg::panel;
using namespace nodes;

namespace {

/// A loss of points that are written as CSV.
struct Loss {
    TemporaryFolder folder{};
    thalweg::surface::SurfacePtr surface{};

    Loss(const char* kind, const std::string& csv)
    {
        folder.write("points.csv", csv);
        surface = made(mapping({{"kind", scalar(kind)}, {"file", scalar("points.csv")}},
            (folder / "scene.yaml").string()));
    }
    const surface::DataSurface& data() const
    {
        return dynamic_cast<const surface::DataSurface&>(*surface);
    }
    DataView view() const { return data_view(data()); }
};

constexpr Box kBox{{10, 210}, {20, 120}};
constexpr double kColumn = 2;

/// Where a place of the panel is in the view's plane.
Vec2 unprojected(const DataView& view, Vec2 place)
{
    const Projection project{view.range, kBox};
    return {view.range.x.lo + (place.x - kBox.x.lo) / project.units_per_x(),
        view.range.y.lo + (kBox.y.hi - place.y) / project.units_per_y()};
}

ModelLine line_of(const Loss& loss, Vec2 p)
{
    const DataView view = loss.view();
    return model_line(loss.data(), view, p, {view.range, kBox}, kColumn);
}

constexpr const char* kLine = "hours,mark\n-1,0.5\n0,1.5\n1,1\n2,4\n3.5,3\n";
constexpr const char* kClasses = "u,v,passed\n-1,2,0\n0,1,0\n2,-1,1\n3,0.5,1\n1,1,1\n";

} // namespace

TEST_CASE("a model of one input is a line through what it predicts", "[panel][data]")
{
    const Loss loss("least-squares", kLine);
    const DataView view = loss.view();
    CHECK(view.form == DataForm::curve);
    CHECK(view.x_name == "hours");
    CHECK(view.y_name == "mark");
    for (const Vec2 p : {Vec2{1, 0.5}, {2, 0}, {0.5, 3}, {1.5, -40}}) {
        const ModelLine line = line_of(loss, p);
        REQUIRE(line.is_seen());
        for (const Vec2 place : line.points) {
            const Vec2 at = unprojected(view, place);
            CHECK(at.y == Approx(p.x + p.y * at.x).margin(1e-9));
            CHECK(grown(kBox, 1e-9).contains(place));
        }
    }
    const ModelLine far = line_of(loss, {100, 1});
    CHECK_FALSE(far.is_seen());
    REQUIRE(far.towards);
    CHECK(far.towards->y > view.range.y.hi);
}

TEST_CASE("a classifier of one input is the logistic curve", "[panel][data]")
{
    const Loss loss("logistic", "t,passed\n-2,0\n-1,0\n0.5,1\n1,0\n2,1\n");
    const DataView view = loss.view();
    const Vec2 p{0.4, 1.7};
    const ModelLine line = line_of(loss, p);
    REQUIRE(line.points.size() > 50);
    for (const Vec2 place : line.points) {
        const Vec2 at = unprojected(view, place);
        CHECK(at.y == Approx(1 / (1 + std::exp(-(p.x + p.y * at.x)))).margin(1e-9));
    }
}

TEST_CASE("a classifier of two inputs is the border between its classes", "[panel][data]")
{
    const Loss loss("logistic", kClasses);
    const DataView view = loss.view();
    CHECK(view.form == DataForm::border);
    CHECK(view.class_name == "passed");
    for (const Vec2 p : {Vec2{1, -0.5}, {0, 2}, {-3, 0}, {1e-9, 1e-9}}) {
        const ModelLine line = line_of(loss, p);
        REQUIRE(line.is_seen());
        for (const Vec2 place : line.points)
            CHECK(dot(unprojected(view, place), p) == Approx(0).margin(1e-9 * norm(p)));
        // The spur points to where class 1 is predicted.
        const Vec2 beside = line.points.front() + 5 * line.side;
        CHECK(dot(unprojected(view, beside), p) > 0);
    }
    CHECK_FALSE(line_of(loss, {0, 0}).is_seen()); // says nothing
}

TEST_CASE("a model of two inputs is shown by how well it agrees", "[panel][data]")
{
    const Loss loss("least-squares", "a,b,price\n1,2,3\n2,1,5\n3,3,8\n");
    const DataView view = loss.view();
    CHECK(view.form == DataForm::agreement);
    CHECK(view.x_name == "predicted price");
    CHECK(view.range.x.lo == view.range.y.lo);
    CHECK(view.range.x.hi == view.range.y.hi);
}

TEST_CASE("columns without names, or with a dollar in them", "[panel][data]")
{
    CHECK(Loss("least-squares", "1,2\n3,4\n").view().x_name == "input");
    CHECK(Loss("least-squares", "1,2\n3,4\n").view().y_name == "target");
    CHECK(Loss("least-squares", "t,price in $\n1,2\n3,4\n").view().y_name == "price in \\$");
}

TEST_CASE("of many points one of each small square is drawn", "[panel][data]")
{
    std::vector<Vec2> points;
    for (int i = 0; i < 10000; ++i)
        points.push_back({0.01 * (i % 100), 0.01 * (i / 100)});
    const auto kept = distinct_places(points, 0.1);
    CHECK(kept.size() == 11 * 11);
    CHECK(std::is_sorted(kept.begin(), kept.end()));
    CHECK(distinct_places(points, 0.001).size() == points.size());
}

TEST_CASE("lines at one place are told from lines apart", "[panel][data]")
{
    const Loss loss("least-squares", kLine);
    const ModelLine a = line_of(loss, {1, 0.5}), b = line_of(loss, {1.5, 0.5});
    CHECK(nearness(a, a, 3) == 1);
    CHECK(nearness(a, b, 3) == 0);
}
