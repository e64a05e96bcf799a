#include "experiment/timeline.hpp"

#include "core/math.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace thalweg::experiment {

namespace {

constexpr double kFirstHold_s = 0.8, kLastHold_s = 1.5;
constexpr double kShortest_s = 4, kLongest_s = 20;
constexpr double kStepsPerSecond = 60; // a film of few short steps plays them at this rate ...
constexpr double kLongestByCount_s = 8; // ... as long as that does not make it longer
/// Heads should move no more than 25 layout units in a frame, 60 frames a second; a twentieth of
/// the frames may. What is aimed at is a little slower, since frames do not stand where steps
/// begin.
constexpr double kFastest = 24.0 * 60, kFastFrames = 0.045;
constexpr double kMapHeight = 482, kWidestMap = 650; ///< units, in a film of the default size
constexpr double kStepsShare = 0.1, kDistancePower = 0.7; // of the automatic pace
constexpr double kSpeedWindow_s = 0.5;

double map_width(const Box& domain)
{
    return std::min(kMapHeight * domain.width() / domain.height(), kWidestMap);
}

/// How far the fastest run moves in each step, in domain widths; moves outside of the domain count
/// up to a little beyond its edge, since no map shows more.
std::vector<double> distances(const Experiments& experiments, int steps)
{
    std::vector<double> moved(static_cast<std::size_t>(steps), 0.0);
    for (const Experiment& one : experiments.all) {
        const Box seen = grown(one.plan.domain, 0.05 * one.plan.domain.width());
        for (const optimizer::Trajectory& path : one.trajectories)
            for (std::size_t k = 0; k + 1 < path.points.size(); ++k)
                moved[k] = std::max(moved[k],
                    distance(seen.clamp(path.points[k]), seen.clamp(path.points[k + 1]))
                        / one.plan.domain.width());
    }
    return moved;
}

/// What the eye has to follow in a step, or in a part of it.
struct Move {
    double units = 0; ///< as far as the fastest head would go in the whole step
    double fraction = 0; ///< of the step in which it is on the map
};

/// The moves of one step on maps of the whole domains, fastest first.
std::vector<Move> moves_on_maps(const Experiments& experiments, std::size_t step)
{
    std::vector<Move> moves;
    for (const Experiment& one : experiments.all) {
        const Box& domain = one.plan.domain;
        for (const optimizer::Trajectory& path : one.trajectories) {
            double enter = 0, leave = 1;
            if (step + 1 < path.points.size()
                && clip_segment(domain, path.points[step], path.points[step + 1], enter, leave))
                moves.push_back({distance(path.points[step], path.points[step + 1])
                        * map_width(domain) / domain.width(),
                    leave - enter});
        }
    }
    std::ranges::sort(moves, std::greater{}, &Move::units);
    return moves;
}

/// The fraction of the playing time that each step takes.
std::vector<double> automatic_weights(const std::vector<double>& moved)
{
    std::vector<double> weights;
    for (const double v : moved)
        weights.push_back(thalweg::pow(v, kDistancePower));
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    const double even = 1.0 / static_cast<double>(moved.size());
    for (double& w : weights)
        w = sum > 0 ? (1 - kStepsShare) * w / sum + kStepsShare * even : even;
    return weights;
}

std::vector<double> weights_of(Pace pace, const std::vector<double>& moved)
{
    const auto n = static_cast<double>(moved.size());
    if (pace == Pace::automatic)
        return automatic_weights(moved);
    std::vector<double> weights(moved.size(), 1 / n);
    if (pace == Pace::logarithmic)
        for (std::size_t k = 0; k < weights.size(); ++k)
            weights[k] = thalweg::log1p(1 / (1 + static_cast<double>(k))) / thalweg::log1p(n);
    return weights;
}

/// The shortest playing time in which heads move slowly enough to be followed.
double followed_time(const Experiments& experiments, const std::vector<double>& weights)
{
    std::vector<std::pair<double, double>> speeds; // units in the whole play, its fraction
    for (std::size_t k = 0; k < weights.size(); ++k) {
        double covered = 0; // the part of the step in which a faster head is on the map
        for (const Move& move : moves_on_maps(experiments, k)) {
            if (move.fraction > covered)
                speeds.emplace_back(
                    move.units / weights[k], weights[k] * (move.fraction - covered));
            covered = std::max(covered, move.fraction);
        }
    }
    std::ranges::sort(speeds, std::greater{});
    double faster = 0;
    for (const auto& [speed, weight] : speeds) {
        faster += weight;
        if (faster > kFastFrames)
            return speed / kFastest;
    }
    return 0;
}

double play_time(std::size_t steps, double followed_s)
{
    const double by_count
        = std::min(static_cast<double>(steps) / kStepsPerSecond, kLongestByCount_s);
    return std::clamp(std::max(by_count, followed_s), kShortest_s - kFirstHold_s - kLastHold_s,
        kLongest_s - kFirstHold_s - kLastHold_s);
}

} // namespace

Timeline::Timeline(ExperimentsPtr experiments, const TimePlan& plan)
    : experiments_(std::move(experiments))
    , is_even_(plan.pace == Pace::linear)
{
    const int steps = std::max(1, experiments_->steps());
    const std::vector<double> weights = weights_of(plan.pace, distances(*experiments_, steps));
    const double followed_s = followed_time(*experiments_, weights);
    reached_.push_back(0);
    for (const double w : weights)
        reached_.push_back(reached_.back() + w);
    for (double& r : reached_)
        r /= reached_.back();

    double play = play_time(weights.size(), followed_s), holds = kFirstHold_s + kLastHold_s;
    duration_s_ = plan.duration_s.value_or(play + holds);
    holds = std::min(holds, 0.4 * duration_s_);
    play = duration_s_ - holds;
    begin_s_ = holds * kFirstHold_s / (kFirstHold_s + kLastHold_s);
    end_s_ = begin_s_ + play;
    slowest_ = slowest_rate();
    followed_duration_s_ = followed_s + kFirstHold_s + kLastHold_s;
}

double Timeline::step_at(double time_s) const
{
    const double share = std::clamp((time_s - begin_s_) / (end_s_ - begin_s_), 0.0, 1.0);
    const auto next = std::ranges::upper_bound(reached_, share);
    if (next == reached_.end())
        return static_cast<double>(reached_.size() - 1);
    const auto before = next - 1;
    return static_cast<double>(before - reached_.begin()) + (share - *before) / (*next - *before);
}

double Timeline::time_of(double step) const
{
    if (step <= 0)
        return 0; // from the first frame on
    const double last = static_cast<double>(reached_.size() - 1);
    const double at = std::min(step, last);
    const auto k = std::min(static_cast<std::size_t>(at), reached_.size() - 2);
    const double share = std::lerp(reached_[k], reached_[k + 1], at - static_cast<double>(k));
    return begin_s_ + share * (end_s_ - begin_s_);
}

/// Steps a second around a time, averaged over a moment so that it changes calmly.
double Timeline::rate(double time_s) const
{
    const double from = std::max(begin_s_, time_s - kSpeedWindow_s);
    const double to = std::min(end_s_, time_s + kSpeedWindow_s);
    return to > from ? (step_at(to) - step_at(from)) / (to - from) : 0;
}

double Timeline::slowest_rate() const
{
    double slowest = std::numeric_limits<double>::infinity();
    for (double t = begin_s_; t <= end_s_; t += 0.5 * kSpeedWindow_s)
        slowest = std::min(slowest, rate(t));
    return slowest;
}

/// A power of two, so that it is told in calm steps.
double Timeline::speed(double time_s) const
{
    const double now = rate(time_s);
    if (is_even_ || !(slowest_ > 0) || time_s <= begin_s_ || time_s >= end_s_)
        return 1;
    return thalweg::exp2(std::floor(thalweg::log2(std::max(1.0, now / slowest_)) + 1e-9));
}

Moment Timeline::moment(double time_s) const
{
    Moment moment{.time_s = time_s, .steps = {}, .counter = step_at(time_s)};
    for (const Experiment& one : experiments_->all)
        for (const optimizer::Trajectory& path : one.trajectories)
            moment.steps.push_back(std::min<double>(moment.counter, path.steps()));
    moment.speed = speed(time_s);
    return moment;
}

double Timeline::time_of(const When& when) const
{
    switch (when.kind) {
    case When::Kind::start:
        return 0;
    case When::Kind::end:
        return duration_s_;
    case When::Kind::time:
        return std::min(when.value, duration_s_);
    case When::Kind::step:
        return time_of(when.value);
    }
    return 0;
}

} // namespace thalweg::experiment
