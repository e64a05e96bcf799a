// The labels beside heads are there, free and calm: in every frame of every scene, as drawn.
#include "pictures/films.hpp"
#include "support/catch.hpp"

using namespace thalweg;
using namespace thalweg::test;

namespace {

constexpr double kDrawn = 0.05; ///< a fainter label is not seen
constexpr double kReadable = 0.6;
constexpr double kMostMove = 20; ///< units relative to the head in a frame: 40 pixels at 1080p

/// How often labels of a film break a rule.
struct Report {
    int label_frames = 0, readable = 0, covered = 0, jumps = 0, absent_at_ends = 0;
    std::string first{}; ///< what is wrong, where first
};

class Inspection {
public:
    Inspection(const Film& film, const NamedFormat& format)
        : film_(film)
        , watch_(film, format.format)
    {
    }

    Report run()
    {
        const std::vector<double> times = frame_times(film_);
        for (const double time_s : times) {
            const bool is_end = time_s == times.front() || time_s == times.back();
            look_at(time_s, is_end);
        }
        return report_;
    }

private:
    void look_at(double time_s, bool is_end)
    {
        const std::vector<RunMarks> now = watch_.marks(film_.timeline().moment(time_s));
        for (std::size_t run = 0; run < now.size(); ++run) {
            ++report_.label_frames;
            report_.readable += now[run].opacity >= kReadable;
            if (is_end && now[run].opacity < kReadable)
                count(report_.absent_at_ends, "absent", run, time_s);
            if (now[run].opacity < kDrawn)
                continue;
            for (const RunMarks& other : now)
                if (other.head && overlap(grown(*now[run].label, -0.5), *other.head))
                    count(report_.covered, "covered", run, time_s);
            if (!before_.empty() && before_[run].opacity >= kDrawn && moved(now[run], before_[run]))
                count(report_.jumps, "jumps", run, time_s);
        }
        before_ = now;
    }

    static bool moved(const RunMarks& now, const RunMarks& before)
    {
        if (!now.head || !before.head)
            return false;
        const Vec2 beside = now.label->center() - now.head->center(),
                   was_beside = before.label->center() - before.head->center();
        return distance(beside, was_beside) > kMostMove;
    }

    void count(int& number, const char* what, std::size_t run, double time_s)
    {
        if (number++ == 0)
            report_.first += fmt::format("; label {} {} at {:.3f} s", run + 1, what, time_s);
    }

    const Film& film_;
    MapWatch watch_;
    std::vector<RunMarks> before_;
    Report report_;
};

/// least  fraction of label-frames that are readable
void inspect(const Film& film, double least)
{
    for (const NamedFormat& format : formats()) {
        const bool is_main = format.name == "1920x1080";
        if (format.short_side_px < 360 || !(is_main || is_long_run()))
            continue;
        const Report report = Inspection(film, format).run();
        INFO(film.name << ", " << format.name << ": readable in " << report.readable << " of "
                       << report.label_frames << report.first);
        CHECK(report.readable >= least * report.label_frames);
        CHECK(report.covered == 0);
        CHECK(report.jumps == 0);
        CHECK(report.absent_at_ends == 0);
    }
}

} // namespace

TEST_CASE("labels are there, free and calm in every frame of every scene", "[labels]")
{
    for (const std::string& file : scene_files())
        DYNAMIC_SECTION(file)
        {
            inspect(film_of(file, scene::load_scene(file)), 0.95);
        }
}

TEST_CASE("labels are there, free and calm where scenes are hard to show", "[labels]")
{
    for (const auto& [name, text] : hard_scenes())
        DYNAMIC_SECTION(name)
        {
            inspect(film_of_text(name, text), 0.9); // some heads cross each other all the time
        }
}
