#include "optimizer/trajectory.hpp"

#include <fmt/format.h>

namespace thalweg::optimizer {

std::string outcome_text(const Trajectory& path)
{
    switch (path.outcome) {
    case Outcome::running:
        break;
    case Outcome::converged:
        return fmt::format("converged at step {}", path.ended_at);
    case Outcome::stopped:
        return fmt::format("stopped at step {}", path.ended_at);
    case Outcome::diverged:
        return fmt::format("diverged at step {}", path.ended_at);
    case Outcome::undefined:
        return fmt::format("left the defined region at step {}", path.ended_at);
    }
    return "still moving";
}

std::string_view lost_word(Outcome outcome)
{
    return outcome == Outcome::diverged ? "diverged"
        : outcome == Outcome::undefined ? "undefined"
                                        : "";
}

} // namespace thalweg::optimizer
