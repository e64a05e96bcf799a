// Heads move so that the eye can follow them, and films spend their time where something happens.
#include "pictures/films.hpp"
#include "support/catch.hpp"

#include <algorithm>

using namespace thalweg;
using namespace thalweg::test;

namespace {

constexpr double kFastest = 25; ///< units a frame
constexpr double kCalmFrames = 0.95;

/// The fraction of frames in which no head moves farther than `kFastest`.
double calm_fraction(const Film& film)
{
    MapWatch watch(film, canvas::film_format(1920, 1080));
    const std::vector<double> times = frame_times(film);
    std::vector<RunMarks> before;
    int calm = 0;
    for (const double time_s : times) {
        std::vector<RunMarks> now = watch.marks(film.timeline().moment(time_s));
        double fastest = 0;
        for (std::size_t run = 0; run < before.size(); ++run)
            fastest
                = std::max(fastest, distance(now[run].head->center(), before[run].head->center()));
        calm += fastest <= kFastest;
        before = std::move(now);
    }
    return static_cast<double>(calm) / static_cast<double>(times.size());
}

/// At which fraction of the playing time the run with the longest path on the map has walked so
/// much of it, in the first view.
double time_of_path(const Film& film, double walked)
{
    const MapWatch watch(film, canvas::film_format(1920, 1080));
    const experiment::Timeline& timeline = film.timeline();
    const panel::Projection project = watch.projection(timeline.moment(0));
    const experiment::Experiments& experiments = film.production->experiments();
    double longest = 0, step_there = 0;
    for (std::size_t run = 0; run < experiments.run_count(); ++run) {
        const std::vector<Vec2>& points = experiments.trajectory(run).points;
        std::vector<double> lengths{0};
        for (std::size_t k = 1; k < points.size(); ++k) {
            const Vec2 from = project(points[k - 1]), to = project(points[k]);
            double enter = 0, leave = 1;
            const bool is_seen = clip_segment(project.box, from, to, enter, leave);
            lengths.push_back(
                lengths.back() + (is_seen ? (leave - enter) * distance(from, to) : 0));
        }
        if (lengths.back() <= longest)
            continue;
        longest = lengths.back();
        step_there = static_cast<double>(
            std::ranges::lower_bound(lengths, walked * longest) - lengths.begin());
    }
    return (timeline.time_of(step_there) - timeline.play_begin_s())
        / (timeline.play_end_s() - timeline.play_begin_s());
}

} // namespace

TEST_CASE("no head is too fast for the eye, and no path is over too soon", "[motion]")
{
    for (const std::string& file : scene_files()) {
        const Film film = film_of(file, scene::load_scene(file));
        CAPTURE(file, film.timeline().duration_s());
        CHECK(calm_fraction(film) >= kCalmFrames);
        CHECK(time_of_path(film, 0.9) > 0.35);
    }
}
