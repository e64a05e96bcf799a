// Trails are seen from teal to amber: looked for in the pixels of films, in both themes.
#include "canvas/pixel_layer.hpp"
#include "figure/painter.hpp"
#include "pictures/trail_pixels.hpp"
#include "support/catch.hpp"

using namespace thalweg;
using namespace thalweg::test;

namespace {

constexpr double kSampled_s = 0.25;
constexpr double kLongEnough = 60; ///< units of path in the window
constexpr double kEnoughFrames = 0.8;
constexpr int kFewFrames = 4; ///< of a sample tell nothing

/// Whether runs of a scene go the same way: then the freshest trail covers the others.
enum class Ways { apart, shared };

/// In how many frames of its playing time a run's trail shows its colours.
struct Tally {
    int frames = 0, seen = 0, at_rest = 0, seen_at_rest = 0;
};

class Inspection {
public:
    Inspection(const Film& film, Ways ways, canvas::Theme theme)
        : film_(film)
        , ways_(ways)
        , palette_(canvas::palette(theme))
        , watch_(film, canvas::film_format(1920, 1080))
        , painter_(
              film.production->figure(canvas::film_format(1920, 1080), 2), palette_, 1920, 1080)
        , backdrop_(1920, 1080)
        , tallies_(film.production->experiments().run_count())
    {
    }

    std::vector<Tally> run()
    {
        const std::vector<double> times = frame_times(film_);
        const auto stride = is_long_run() ? 1 : static_cast<std::size_t>(kSampled_s / kFrames_s);
        for (std::size_t i = 0; i < times.size(); i += stride)
            look_at(times[i]);
        return tallies_;
    }

private:
    void look_at(double time_s)
    {
        const experiment::Timeline& timeline = film_.timeline();
        if (time_s <= timeline.play_begin_s())
            return;
        const experiment::Moment moment = timeline.moment(time_s);
        TileSet changed(1920, 1080);
        const Pixels& frame = painter_.draw(time_s, changed);
        bring_backdrop_to(moment);
        std::vector<TrailPath> paths;
        for (std::size_t run = 0; run < tallies_.size(); ++run)
            paths.push_back(trail_path(film_, watch_, moment, run));
        for (std::size_t run = 0; run < tallies_.size(); ++run) {
            const TrailPath& path = paths[run];
            const bool is_at_rest = time_s > timeline.play_end_s();
            if (path.length < kLongEnough || has_diverged(moment, run)
                || is_retraced(path, others_than(run, paths)))
                continue;
            const bool is_seen = shows_teal_and_amber(path, frame, backdrop_.pixels(), palette_);
            Tally& tally = tallies_[run];
            ++(is_at_rest ? tally.at_rest : tally.frames);
            (is_at_rest ? tally.seen_at_rest : tally.seen) += is_seen;
        }
    }

    /// The paths that may cover a run's: none, where only its own is to.
    std::vector<TrailPath> others_than(std::size_t run, std::vector<TrailPath> paths) const
    {
        if (ways_ == Ways::apart)
            return {};
        paths.erase(paths.begin() + static_cast<std::ptrdiff_t>(run));
        return paths;
    }

    bool has_diverged(const experiment::Moment& moment, std::size_t run) const
    {
        const optimizer::Trajectory& path = film_.production->experiments().trajectory(run);
        return optimizer::is_lost(path.outcome) && moment.counter >= path.ended_at;
    }

    void bring_backdrop_to(const experiment::Moment& moment)
    {
        const std::vector<double> view = watch_.map().panel->view(moment);
        if (view == view_)
            return;
        view_ = view;
        const auto canvas = backdrop_.canvas(watch_.figure().format().scale, palette_, type_);
        watch_.map().panel->draw_backdrop(*canvas, moment);
    }

    const Film& film_;
    Ways ways_;
    const canvas::Palette& palette_;
    MapWatch watch_;
    figure::Painter painter_;
    canvas::Typesetter type_;
    canvas::PixelLayer backdrop_;
    std::vector<double> view_;
    std::vector<Tally> tallies_;
};

void inspect(const Film& film, Ways ways)
{
    for (const canvas::Theme theme : {canvas::Theme::dark, canvas::Theme::light}) {
        const std::vector<Tally> tallies = Inspection(film, ways, theme).run();
        for (std::size_t run = 0; run < tallies.size(); ++run) {
            const Tally& tally = tallies[run];
            const bool is_dark = theme == canvas::Theme::dark;
            INFO(film.name << ", run " << run + 1 << (is_dark ? ", dark: " : ", light: ")
                           << tally.seen << " of " << tally.frames << ", at rest "
                           << tally.seen_at_rest << " of " << tally.at_rest);
            if (tally.frames >= kFewFrames)
                CHECK(tally.seen >= kEnoughFrames * tally.frames);
            CHECK(tally.seen_at_rest >= kEnoughFrames * tally.at_rest);
        }
    }
}

} // namespace

TEST_CASE("trails show teal and amber in every scene", "[trails]")
{
    for (const std::string& file : scene_files())
        DYNAMIC_SECTION(file)
        {
            // On a bowl all descents from one point go along one line.
            const bool is_line = file == "scenes/learning-rates.yaml";
            inspect(film_of(file, scene::load_scene(file)), is_line ? Ways::shared : Ways::apart);
        }
}

TEST_CASE("trails show teal and amber where scenes are hard to show", "[trails]")
{
    for (const auto& [name, text] : hard_scenes())
        DYNAMIC_SECTION(name)
        {
            inspect(film_of_text(name, text), Ways::shared);
        }
}
