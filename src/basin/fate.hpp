#pragma once

#include "optimizer/trajectory.hpp"

namespace thalweg::basin {

/// What becomes of one run.
struct Fate {
    static constexpr int kDiverged = -1, kUnsettled = -2;
    static constexpr int kUndefined = -3; ///< it begins or comes where the surface has no value

    int end = kUnsettled; ///< a place in the list of ends, or one of the constants above
    int steps = 0; ///< to the end; until it was lost; all that it made, where it did not settle

    bool settled() const { return end >= 0; }
    friend bool operator==(const Fate&, const Fate&) = default;
};

/// What stands in the place of the end that a run has not: "diverged", "undefined" as of single
/// runs, or "unsettled".
inline std::string_view word_without_end(int end)
{
    return end == Fate::kDiverged ? optimizer::lost_word(optimizer::Outcome::diverged)
        : end == Fate::kUndefined ? optimizer::lost_word(optimizer::Outcome::undefined)
                                  : "unsettled";
}

} // namespace thalweg::basin
