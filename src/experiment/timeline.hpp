#pragma once

#include "core/units.hpp"
#include "experiment/experiment.hpp"

namespace thalweg::experiment {

/// All that a picture's moving parts depend on.
struct Moment {
    double time_s = 0;
    std::vector<double> steps; ///< of every run, with its fraction; it stops where the run ends
    double counter = 0; ///< the step that a counter shows
    double speed = 1; ///< how many times faster steps pass than when they pass slowest, as a power
                      ///< of two; 1 while the film holds

    friend bool operator==(const Moment&, const Moment&) = default;
};

/// What is to be seen when. Immutable.
class Timeline {
public:
    Timeline(ExperimentsPtr experiments, const TimePlan& plan);

    double duration_s() const { return duration_s_; }
    /// When the first step begins and the last ends: before and after it, the film holds.
    double play_begin_s() const { return begin_s_; }
    double play_end_s() const { return end_s_; }
    /// The shortest film in which the eye can follow the heads on maps of the whole domain: they
    /// move no more than 25 layout units in 95 % of the frames, at 60 frames a second.
    double followed_duration_s() const { return followed_duration_s_; }

    /// The counter's step at a time: 0 until the play begins, all steps from its end on.
    double step_at(double time_s) const;
    /// The first time at which a step is reached.
    double time_of(double step) const;
    Moment moment(double time_s) const;
    /// The time of what users write; beyond the end it is the end.
    double time_of(const When& when) const;

private:
    double rate(double time_s) const;
    double slowest_rate() const;
    double speed(double time_s) const;

    ExperimentsPtr experiments_;
    bool is_even_;
    std::vector<double> reached_; ///< rising from 0 to 1: the fraction of the play at which step k
                                  ///< is reached
    double duration_s_ = 0, begin_s_ = 0, end_s_ = 0, followed_duration_s_ = 0;
    double slowest_ = 0; ///< steps a second
};

} // namespace thalweg::experiment
