#pragma once

namespace thalweg::basin {

/// What becomes of one run.
struct Fate {
    static constexpr int kDiverged = -1, kUnsettled = -2;

    int end = kUnsettled; ///< a place in the list of ends, or one of the constants above
    int steps = 0; ///< to the end; until it diverged; all that it made, where it did not settle

    bool settled() const { return end >= 0; }
    friend bool operator==(const Fate&, const Fate&) = default;
};

} // namespace thalweg::basin
