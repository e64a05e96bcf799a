#pragma once

#include "core/vec2.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace thalweg {

/// How a run ended.
enum class Outcome {
    running,   ///< all steps done, still moving
    converged, ///< the gradient vanished or the point stopped moving; the later steps would repeat the last
    diverged   ///< the point or its loss left the finite numbers, or went far beyond any view
};

/// The path of one run: entry k belongs to the state after k steps, entry 0 to the start.
struct Trajectory {
    std::vector<Vec2> points;
    std::vector<double> losses;
    std::vector<double> gradient_norms;
    std::vector<double> learning_rates;    ///< that step k was made with; entry 0 repeats the first step's
    std::vector<std::int64_t> evaluations; ///< gradients evaluated so far
    Outcome outcome = Outcome::running;
    int ended_at = 0; ///< the step of the outcome: the last step, or the first that was not finite
    std::string note; ///< why it ended early, where there is more to say ("the Hessian is singular")

    int steps() const { return static_cast<int>(points.size()) - 1; }
};

} // namespace thalweg
