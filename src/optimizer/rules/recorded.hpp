#pragma once

#include "optimizer/optimizer.hpp"
#include "optimizer/recorded_path.hpp"

#include <fmt/format.h>

namespace thalweg::optimizer {

struct RecordedState {
    std::size_t at = 0; ///< of the path's points
};

/// A run that was made elsewhere, played over the surface as far as that has values.
class Recorded final : public Rule<Recorded, RecordedState> {
public:
    static constexpr RuleFacts kFacts{
        .name = "recorded",
        .summary = "a run from a file, such as a real training's; it has its own start",
        .formula = "x ← the file's next point; a step counts one evaluation",
        .source = "the file",
        .noise = -1,
    };

    explicit Recorded(Options& options)
        : path_(read_recorded_path(options))
    {
    }

    Vec2 step(const Probe& f, Vec2 x, double) override
    {
        if (state_.at + 1 >= path_->size())
            return x;
        const Vec2 next = (*path_)[++state_.at];
        if (!std::isfinite(f.value(next)))
            return stop(
                x, fmt::format("the surface has no finite value at ({}, {})", next.x, next.y));
        return next;
    }

    const RecordedPath& path() const { return path_; }

private:
    RecordedPath path_;
};

} // namespace thalweg::optimizer
