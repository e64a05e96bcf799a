#pragma once

#include "basin/attractor_index.hpp"
#include "basin/fate.hpp"
#include "optimizer/ending.hpp"

#include <optional>

namespace thalweg::basin {

/// What all runs of a map of basins share. Immutable, safe over threads.
///
/// A run has settled at a minimum that attracts it when it has been within its radius for a quarter
/// as many steps as it needed to get there, and 20 at least, or until its last step. It may linger
/// as long at another critical point, or at a minimum that is too sharp for the learning rate,
/// before it leaves, so there it must come to rest, as `run` defines it. Its steps are those until
/// it came within the radius for good.
class BasinSetup {
public:
    /// Both must outlive this object.
    BasinSetup(const Descent& descent, const BasinEnds& ends);

    const Descent& descent() const { return descent_; }
    int steps() const { return steps_; }
    /// Of step k, 0 for the first.
    double learning_rate(int k) const { return rates_[static_cast<std::size_t>(k)]; }

    int end_at(Vec2 p) const { return index_.at(p); }
    /// Is this end a minimum that attracts runs at step k, by the rule's limit of learning rate
    /// times curvature?
    bool attracts(int end, int k) const
    {
        const double highest = highest_rates_[static_cast<std::size_t>(end)];
        return highest > 0 && (k < 1 || learning_rate(std::min(k, steps_) - 1) < highest);
    }
    bool holds(Vec2 p) const { return horizon_.holds(p); }

private:
    Descent descent_;
    int steps_;
    AttractorIndex index_;
    std::vector<double> highest_rates_; ///< with which an end attracts; 0 where it is no minimum
    std::vector<double> rates_;
    optimizer::Horizon horizon_;
};

/// Watches one run until its fate is known.
class SettlingDetector {
public:
    /// Looks at the run after k steps; to be called for k = 0, 1, 2, ... with the points in turn.
    ///
    /// value    of the surface at `now`
    /// Returns  the fate, once it is known: for k = setup.steps() at the latest
    std::optional<Fate> look(const BasinSetup& setup, int k, Vec2 now, double value)
    {
        if (k > 0 && !setup.holds(now))
            return Fate{Fate::kDiverged, k};
        if (!std::isfinite(value))
            return Fate{Fate::kUndefined, k};
        if (const int end = setup.end_at(now); end != end_) {
            end_ = end;
            since_ = k;
        }
        if (is_at_attractor(setup, k) && k - since_ >= std::max(20, since_ / 4))
            return Fate{end_, since_};
        if (k > 0 && optimizer::hardly_moved(before_, now) && rests(setup, now))
            return end_ >= 0 ? Fate{end_, since_} : Fate{Fate::kUnsettled, k};
        if (k == setup.steps())
            return fate_now(setup, k);
        before_ = now;
        return std::nullopt;
    }

    /// The fate of a run that ends after k steps, looked at already, without coming to rest.
    Fate fate_now(const BasinSetup& setup, int k) const
    {
        return is_at_attractor(setup, k) ? Fate{end_, since_} : Fate{Fate::kUnsettled, k};
    }

private:
    bool is_at_attractor(const BasinSetup& setup, int k) const
    {
        return end_ >= 0 && setup.attracts(end_, k);
    }

    /// After a step that hardly moved the point.
    bool rests(const BasinSetup& setup, Vec2 now)
    {
        still_ = now == before_ ? still_ + 1 : 0;
        return still_ >= optimizer::kStillSteps
            || norm(setup.descent().surface.slope(now).gradient) <= optimizer::kRest;
    }

    Vec2 before_{};
    int end_ = -1, since_ = 0; ///< the end that it is at, and from which step on
    int still_ = 0; ///< steps that did not move the point at all
};

/// The fate of the run from one start, by the rule's own steps.
Fate fate_of(const BasinSetup& setup, Vec2 start);

} // namespace thalweg::basin
