#pragma once

#include "core/vec2.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace thalweg::optimizer {

/// How a run ended.
enum class Outcome {
    running, ///< all steps done, still moving
    converged, ///< it came to rest; the later steps would repeat the last
    stopped, ///< the rule could not go on; the note says why
    diverged, ///< the point left the finite numbers, or went far beyond any view
    undefined ///< the point left the region where the surface has a finite value
};

/// Is there nothing to show of such a run from its end on?
constexpr bool is_lost(Outcome outcome)
{
    return outcome == Outcome::diverged || outcome == Outcome::undefined;
}

/// The path of one run: entry k belongs to the state after k steps, entry 0 to the start. Points
/// and losses are finite, those of a start without a finite loss excepted.
struct Trajectory {
    std::vector<Vec2> points;
    std::vector<double> losses;
    std::vector<double> gradient_norms; ///< of the exact gradient, whatever the rule was given
    std::vector<double>
        learning_rates; ///< that step k was made with; entry 0 repeats the first step's
    std::vector<std::int64_t> evaluations; ///< the cost so far, counted as Probe says
    std::vector<std::int64_t> trials; ///< points that line searches and the like tried so far
    std::vector<Vec2> tried{}; ///< these points: those of step k are trials[k - 1] to trials[k] - 1
    std::vector<Vec2> velocities{}; ///< as Optimizer::velocity; empty where the rule keeps none
    Outcome outcome = Outcome::running;
    int ended_at = 0; ///< the step of the outcome; of a lost run its point is the last, or
                      ///< missing if it or its loss is not finite
    std::string
        note; ///< why it ended early, where there is more to say ("the Hessian is singular")

    int steps() const { return static_cast<int>(points.size()) - 1; }
};

/// "diverged at step 7"; a running one's is "still moving".
std::string outcome_text(const Trajectory& path);

/// What stands in the place of a lost run's numbers: "diverged" or "undefined". Empty for others.
std::string_view lost_word(Outcome outcome);

} // namespace thalweg::optimizer
