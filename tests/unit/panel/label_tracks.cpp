#include "panel/contour/label_tracks.hpp"

#include "moving.hpp"
#include "panel/contour/head_labels.hpp"
#include "support/catch.hpp"

using namespace thalweg;
using namespace thalweg::panel;
using namespace thalweg::test;

namespace {

constexpr double kSeen = 0.05; ///< fainter labels are not drawn
constexpr double kReadable = 0.6;
constexpr double kMark = 14; ///< units: the room of a mark before a name
constexpr double kFastestLabel = 20; ///< units a frame relative to the head: 40 pixels at 1080p

/// Whether labels of a film break a rule, and how often they are readable.
struct Report {
    int frames = 0, readable = 0;
    int on_heads = 0, on_labels = 0, on_obstacles = 0, outside = 0, jumps = 0, absent = 0;
};

struct Film {
    Film(std::vector<std::vector<Vec2>> paths, double side, double label_width = 90)
        : moving(experiments_of(std::move(paths)), {{20, 20 + side}, {20, 20 + side}})
        , film(film_heads(moving.context, moving.runs, *moving.camera, moving.map))
    {
        ground = {.map = moving.map, .scale = map_scale(side)};
        for (std::size_t i = 0; i < moving.runs.size(); ++i) {
            ground.sizes.push_back(
                {.width = label_width, .height = 17, .diverged_width = 200, .mark = kMark});
            ground.heads.push_back(
                head_extent(*moving.context.experiments, i, {.scale = ground.scale}));
        }
    }

    MovingMap moving;
    HeadFilm film;
    LabelGround ground{};
};

void look_at_places(const Film& film, const std::vector<LabelSpot>& spots,
    const std::vector<Head>& heads, Report& report)
{
    for (std::size_t i = 0; i < spots.size(); ++i) {
        if (spots[i].opacity < kSeen)
            continue;
        report.outside += hull(film.moving.map, spots[i].box) != film.moving.map;
        for (std::size_t j = 0; j < heads.size(); ++j) {
            const Vec2 p = heads[j].middle(film.ground.scale);
            const Box& head = film.ground.heads[j];
            report.on_heads += overlap(spots[i].box,
                {{p.x + head.x.lo, p.x + head.x.hi}, {p.y + head.y.lo, p.y + head.y.hi}});
        }
        for (std::size_t j = 0; j < i; ++j)
            report.on_labels
                += spots[j].opacity >= kSeen && overlap(grown(spots[i].box, -0.02), spots[j].box);
        for (const Box& obstacle : film.ground.obstacles)
            report.on_obstacles += overlap(grown(spots[i].box, -0.02), obstacle);
    }
}

Report report_of(const Film& film)
{
    const LabelTracks tracks(film.ground, film.film);
    Report report;
    std::vector<LabelSpot> before;
    for (std::size_t i = 0; i < film.film.samples.size(); ++i) {
        const auto& heads = film.film.samples[i];
        const auto spots = tracks.at(static_cast<double>(i) / film.film.per_second);
        REQUIRE(spots.size() == heads.size());
        look_at_places(film, spots, heads, report);
        for (std::size_t run = 0; run < spots.size(); ++run) {
            ++report.frames;
            report.readable += spots[run].opacity >= kReadable;
            const bool is_end = i == 0 || i + 1 == film.film.samples.size();
            report.absent += is_end && spots[run].opacity < kReadable;
            if (i == 0 || before[run].opacity < kSeen || spots[run].opacity < kSeen)
                continue;
            const Vec2 moved = spots[run].box.center() - before[run].box.center();
            const Vec2 head = heads[run].at - film.film.samples[i - 1][run].at;
            report.jumps += norm(moved - head) > kFastestLabel;
        }
        before = spots;
    }
    return report;
}

void require_good(const Film& film)
{
    const Report report = report_of(film);
    CHECK(report.on_heads == 0);
    CHECK(report.on_labels == 0);
    CHECK(report.on_obstacles == 0);
    CHECK(report.outside == 0);
    CHECK(report.jumps == 0);
    CHECK(report.absent == 0);
    CHECK(report.readable >= 0.95 * report.frames);
}

} // namespace

TEST_CASE("labels are readable, free, on the map and calm over whole films", "[panel]")
{
    for (const int runs : {1, 2, 3, 6, 12})
        for (unsigned seed = 1; seed <= 12; ++seed) {
            CAPTURE(runs, seed);
            std::vector<std::vector<Vec2>> paths;
            for (int run = 0; run < runs; ++run)
                paths.push_back(wandering(100 * seed + static_cast<unsigned>(run), 0.02, 300));
            require_good(Film(std::move(paths), 480, 70));
        }
}

TEST_CASE("labels of zigzags and of small maps keep the rules", "[panel]")
{
    require_good(Film({zigzag({-1.5, 2.3}, {1, 1.2}, {0.2, 0.2}, 160),
                          zigzag({-1.5, 0}, {1.5, 0}, {0, 0.05}, 300), wandering(7, 0.02, 300)},
        480));
    require_good(
        Film({wandering(1, 0.02, 300), wandering(2, 0.02, 300), wandering(3, 0.02, 300)}, 220, 60));
}

TEST_CASE("labels keep off obstacles", "[panel]")
{
    Film film({wandering(1, 0.02, 300), wandering(5, 0.02, 300), wandering(9, 0.02, 300)}, 480);
    film.ground.obstacles = {{{20, 220}, {20, 140}}};
    require_good(film);
}

TEST_CASE("a lone label stands at the right of its head, not far away", "[panel]")
{
    const Film film({arc_of({-0.5, 1}, 0.8, 0, 1, 200)}, 480);
    const LabelTracks tracks(film.ground, film.film);
    for (std::size_t i = 0; i < film.film.samples.size(); i += 10) {
        const Vec2 head = film.film.samples[i][0].at;
        const Box box = tracks.at(static_cast<double>(i) / film.film.per_second)[0].box;
        CHECK(box.x.lo > head.x);
        CHECK(box.width() == Approx(90)); // without a mark
        CHECK(distance(box.clamp(head), head) < 24);
    }
}

TEST_CASE("a label leaves the fresh end of its trail free", "[panel]")
{
    std::vector<Vec2> leftwards; // so that the trail is where a label would stand
    for (int k = 0; k <= 200; ++k)
        leftwards.push_back({1.5 - 0.015 * k, 1});
    const Film film({leftwards}, 480);
    const LabelTracks tracks(film.ground, film.film);
    const auto last = film.film.samples.size() - 1;
    const Vec2 head = film.film.samples[last][0].at;
    const LabelSpot spot = tracks.at(static_cast<double>(last) / film.film.per_second)[0];
    CHECK(spot.opacity == 1);
    for (double x = 0; x < 40; ++x)
        CHECK_FALSE(spot.box.contains(head + Vec2{x, 0}));
}

TEST_CASE("a label leaves the marks of minima and starts free", "[panel]")
{
    Film film({{{0, 1}, {0, 1}}}, 480);
    const Vec2 head = film.film.samples[0][0].at;
    const Box mark{{head.x + 30, head.x + 50}, {head.y - 10, head.y + 10}}; // where it would stand
    const std::size_t steps = film.film.samples.size() / kSlotSamples + 1;
    film.ground.marks.assign(steps, {mark});
    CHECK_FALSE(overlap(LabelTracks(film.ground, film.film).at(0)[0].box, mark));
}

TEST_CASE("heads that start at one point have their labels in one column", "[panel]")
{
    std::vector<std::vector<Vec2>> paths;
    for (int run = 0; run < 12; ++run)
        paths.push_back(arc_of({-1.5, 1.5}, 0, 0, 1, 200));
    const Film film(std::move(paths), 480);
    const auto spots = LabelTracks(film.ground, film.film).at(0);
    for (const LabelSpot& spot : spots) {
        CHECK(spot.opacity == 1);
        CHECK(spot.box.x.lo == Approx(spots[0].box.x.lo).margin(0.5));
    }
}

TEST_CASE("a column that does not fit at the right of its heads stands at their left", "[panel]")
{
    const Film film(std::vector<std::vector<Vec2>>(9, {{1.4, 1}, {1.4, 1}}), 480);
    for (const LabelSpot& spot : LabelTracks(film.ground, film.film).at(0)) {
        CHECK(spot.opacity == 1);
        CHECK(spot.box.x.hi < film.film.samples[0][0].at.x);
    }
}

TEST_CASE("too many runs, or labels that would fill the map, are left to the legend", "[panel]")
{
    const std::vector<Vec2> path = wandering(1, 0.02, 50);
    const Film many(std::vector<std::vector<Vec2>>(13, path), 480);
    CHECK(LabelTracks(many.ground, many.film).at(0).empty());
    const Film small(std::vector<std::vector<Vec2>>(12, path), 150);
    CHECK(LabelTracks(small.ground, small.film).at(0).empty());
}

TEST_CASE("labels of long names take two lines of a quarter of the map", "[panel]")
{
    experiment::Experiments runs
        = *experiments_of({arc_of({0, 1}, 1, 0, 0.5, 10), arc_of({0, 1}, 1, 0, 0.5, 20)});
    runs.all[0].plan.runs[0].title = "a name of so many words that no map has room for all of them";
    runs.all[0].plan.runs[1].title = "Adam";
    runs.all[0].trajectories[0].outcome = optimizer::Outcome::diverged;
    canvas::Typesetter type;
    const canvas::Format format;
    const Setting setting{.format = format, .metrics = type};
    const std::vector<HeadLabel> labels
        = head_labels(runs, std::vector<std::size_t>{0, 1}, 480, setting);
    CHECK(labels[0].lines.size() == 2);
    CHECK(labels[0].lines[0].starts_with("a name of"));
    CHECK(labels[0].lines[1].ends_with("all of them"));
    CHECK(labels[1].lines == NameLines{"Adam"});
    const LabelSize two = measure(labels[0], setting), one = measure(labels[1], setting);
    CHECK(two.width < 0.3 * 480);
    CHECK(two.height == Approx(2 * one.height));
    CHECK(two.diverged_width > two.width); // the badge stands behind the last line
}

TEST_CASE("labels of heads at one place stand in the order of the runs", "[panel]")
{
    for (const std::size_t runs : {2U, 3U, 6U}) {
        std::vector<std::vector<Vec2>> paths;
        for (std::size_t run = 0; run < runs; ++run) { // from one place in all directions
            const double turn = 0.37 * static_cast<double>(run * run);
            const Vec2 way{std::cos(6 * turn), std::sin(6 * turn)};
            paths.push_back({{0, 1}, {0, 1}});
            for (int k = 1; k <= 100; ++k)
                paths.back().push_back(Vec2{0, 1} + 0.01 * k * way);
        }
        const Film film(std::move(paths), 480);
        const auto spots = LabelTracks(film.ground, film.film).at(0);
        for (std::size_t run = 1; run < runs; ++run) {
            CAPTURE(runs, run);
            CHECK(spots[run].box.y.lo > spots[run - 1].box.y.lo);
            CHECK(spots[run].marked == 1); // each name behind the mark of its run
            CHECK(spots[run].box.width() == Approx(90 + kMark));
        }
    }
}

TEST_CASE("labels end in the order of their heads, though these passed each other", "[panel]")
{
    std::vector<std::vector<Vec2>> paths; // from one line to the other end of it in turned order
    for (int run = 0; run < 5; ++run) {
        paths.emplace_back();
        for (int k = 0; k <= 200; ++k)
            paths.back().push_back(
                {-1 + 0.01 * k, 1 + 0.0012 * (run - 2) * (100 - std::min(k, 200))});
    }
    const Film film(std::move(paths), 480, 70);
    const auto spots = LabelTracks(film.ground, film.film).at(99);
    const std::vector<Head>& heads = film.film.samples.back();
    for (std::size_t a = 0; a < spots.size(); ++a)
        for (std::size_t b = 0; b < spots.size(); ++b)
            if (heads[a].at.y < heads[b].at.y - 1)
                CHECK(spots[a].box.center().y < spots[b].box.center().y);
}
