#include "panel/contour/label_motion.hpp"

#include "core/math.hpp"
#include "panel/contour/label_space.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

constexpr double kSettle_s = 0.12; ///< time constant of the springs
// Units a sample relative to the head, at 60 samples a second.
constexpr double kFastest = 18, kFastestBesideArrow = 15;
constexpr int kRounds = 12, kFirstRounds = 200; ///< of pushing apart
constexpr int kPatience = 6; ///< samples in somebody's way, then a label looks for another place
constexpr double kOff = 9, kOff_s = 1.1; ///< units from its goal for so long: it may trade places,
constexpr int kCalm = 4; ///< but then not again for so many times as long
constexpr double kFar = 40, kFar_s = 0.6; ///< units from its goal for so long: it gives up moving

class Motion {
public:
    Motion(const LabelGround& ground, const HeadFilm& film)
        : film_(film)
        , anchors_(label_anchors(film, ground.scale))
        , slots_(choose_slots(ground, film, anchors_))
        , ground_(ground)
        , space_(ground, film.runs())
        , labels_(film.runs())
    {
    }

    std::vector<std::vector<MovingLabel>> result()
    {
        std::vector<std::vector<MovingLabel>> all;
        for (std::size_t i = 0; i < film_.samples.size(); ++i)
            all.push_back(i == 0 ? first() : next(i));
        return all;
    }

private:
    struct Label {
        Vec2 away{}, speed{}; ///< of its middle from its anchor, and how that changes a sample
        int stuck = 0; ///< samples in somebody's way
        int far = 0; ///< samples far from its goal
        int off = 0; ///< samples not at its goal; below 0 for a while after it traded places
    };

    Box target(std::size_t sample, std::size_t run) const
    {
        return slot_box(ground_, anchors_[sample][run],
            label_size(ground_, film_, anchors_[sample][run], run, sample),
            slots_[sample / kSlotSamples][run]);
    }

    void set_scene(std::size_t sample)
    {
        for (std::size_t run = 0; run < labels_.size(); ++run)
            space_.set_head(run, film_.samples[sample][run]);
    }

    std::vector<MovingLabel> first()
    {
        set_scene(0);
        for (std::size_t run = 0; run < labels_.size(); ++run)
            space_.set_box(run, target(0, run));
        space_.push_apart(kFirstRounds);
        for (std::size_t run = 0; run < labels_.size(); ++run)
            if (!space_.is_free(run))
                space_.set_box(run, space_.nearest_free(run, target(0, run)));
        return finished(0, std::vector<bool>(labels_.size(), false));
    }

    std::vector<MovingLabel> next(std::size_t sample)
    {
        const std::vector<Box> before = space_.boxes();
        set_scene(sample);
        for (std::size_t run = 0; run < labels_.size(); ++run)
            space_.set_box(run, sprung(sample, run));
        space_.push_apart(kRounds);
        for (std::size_t run = 0; run < labels_.size(); ++run)
            limit_speed(sample, run, before[run]);
        for (std::size_t run = 0; run < labels_.size(); ++run)
            step_aside(sample, run, before[run]);
        std::vector<bool> jumps(labels_.size(), false);
        const std::vector<bool> shown = space_.shown();
        for (std::size_t run = 0; run < labels_.size(); ++run) {
            Label& label = labels_[run];
            const Box goal = target(sample, run);
            label.stuck = shown[run] ? 0 : label.stuck + 1;
            label.far
                = distance(space_.boxes()[run].center(), goal.center()) < kFar ? 0 : label.far + 1;
            if (label.stuck <= kPatience && label.far < kFar_s * film_.per_second)
                continue;
            const Box place = space_.nearest_free(run, goal);
            if (label.stuck == 0 && distance(place.center(), goal.center()) > 0.5 * kFar)
                continue;
            space_.set_box(run, place);
            jumps[run] = true;
            label.stuck = label.far = 0;
        }
        trade_places(sample, jumps);
        return finished(sample, jumps);
    }

    /// Labels that have been off their goals for some time, because they stand in each other's way,
    /// go there all at once.
    void trade_places(std::size_t sample, std::vector<bool>& jumps)
    {
        const auto wait = static_cast<int>(kOff_s * film_.per_second);
        std::vector<std::size_t> waiting;
        for (std::size_t run = 0; run < labels_.size(); ++run) {
            int& off = labels_[run].off;
            const double way = distance(space_.boxes()[run].center(), target(sample, run).center());
            off = way > kOff || off < 0 ? off + 1 : 0;
            if (off > wait)
                waiting.push_back(run);
        }
        for (const std::size_t run : free_at_goals(sample, std::move(waiting))) {
            jumps[run] = true;
            labels_[run].off = -kCalm * wait;
        }
    }

    /// Sets as many labels as possible to their goals, where they are in nobody's way.
    ///
    /// Returns  those that are there now
    std::vector<std::size_t> free_at_goals(std::size_t sample, std::vector<std::size_t> runs)
    {
        const std::vector<Box> before = space_.boxes();
        for (const std::size_t run : runs)
            space_.set_box(run, target(sample, run));
        for (bool all_free = false; !all_free;) {
            const auto blocked
                = std::ranges::find_if(runs, [&](std::size_t run) { return !space_.is_free(run); });
            all_free = blocked == runs.end();
            if (!all_free) {
                space_.set_box(*blocked, before[*blocked]);
                runs.erase(blocked);
            }
        }
        return runs;
    }

    /// A label's box after one more sample of its spring, all else forgotten.
    Box sprung(std::size_t sample, std::size_t run)
    {
        Label& label = labels_[run];
        const Vec2 anchor = anchors_[sample][run].own,
                   size = label_size(ground_, film_, anchors_[sample][run], run, sample);
        const Vec2 goal
            = space_.next_stop(run, anchor + label.away, target(sample, run).center(), size);
        const double dt = 1 / film_.per_second, stiffness = 1 / kSettle_s;
        const double decay = thalweg::exp(-stiffness * dt);
        const Vec2 off = anchor + label.away - goal;
        const Vec2 drift = dt * (label.speed + stiffness * off);
        label.away = goal - anchor + decay * (off + drift);
        label.speed = decay * (label.speed - stiffness * drift);
        const Vec2 middle = anchor + label.away;
        return {{middle.x - 0.5 * size.x, middle.x + 0.5 * size.x},
            {middle.y - 0.5 * size.y, middle.y + 0.5 * size.y}};
    }

    /// How far a label moved since the sample before, seen from its head.
    Vec2 moved(std::size_t sample, std::size_t run, const Box& before, const Box& now) const
    {
        const Vec2 head = film_.samples[sample][run].middle(ground_.scale)
            - film_.samples[sample - 1][run].middle(ground_.scale);
        return Vec2{now.x.lo - before.x.lo, now.y.lo - before.y.lo} - head;
    }
    /// No label moves faster than the eye follows, seen from its head: units a sample. An arrow
    /// that turns moves itself.
    double fastest(std::size_t sample, std::size_t run) const
    {
        const bool is_arrow = film_.samples[sample][run].outside();
        return (is_arrow ? kFastestBesideArrow : kFastest) * 60 / film_.per_second;
    }

    void limit_speed(std::size_t sample, std::size_t run, const Box& before)
    {
        const Box& box = space_.boxes()[run];
        const Vec2 by = moved(sample, run, before, box);
        const double most = fastest(sample, run);
        if (norm(by) <= most)
            return;
        const Vec2 back = (most / norm(by) - 1) * by;
        Box slower{{box.x.lo + back.x, box.x.hi + back.x}, {box.y.lo + back.y, box.y.hi + back.y}};
        space_.set_box(run, slower);
    }

    /// A label that is still in somebody's way leaves it, where a free place is within reach.
    void step_aside(std::size_t sample, std::size_t run, const Box& before)
    {
        if (space_.is_free(run))
            return;
        const Box place = space_.nearest_free(run, space_.boxes()[run]);
        if (norm(moved(sample, run, before, place)) <= fastest(sample, run))
            space_.set_box(run, place);
    }

    std::vector<MovingLabel> finished(std::size_t sample, const std::vector<bool>& jumps)
    {
        std::vector<MovingLabel> moving;
        const std::vector<bool> shown = space_.shown();
        for (std::size_t run = 0; run < labels_.size(); ++run) {
            const Box& box = space_.boxes()[run];
            Label& label = labels_[run];
            label.away = box.center() - anchors_[sample][run].own;
            if (sample == 0 || jumps[run])
                label.speed = {};
            moving.push_back({box, shown[run], jumps[run], anchors_[sample][run].marked});
        }
        return moving;
    }

    const HeadFilm& film_;
    std::vector<std::vector<LabelAnchor>> anchors_;
    std::vector<std::vector<LabelSlot>> slots_;
    const LabelGround& ground_;
    LabelSpace space_;
    std::vector<Label> labels_;
};

} // namespace

std::vector<std::vector<MovingLabel>> move_labels(const LabelGround& ground, const HeadFilm& film)
{
    return Motion(ground, film).result();
}

} // namespace thalweg::panel
