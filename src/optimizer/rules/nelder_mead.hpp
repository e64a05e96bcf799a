#pragma once

#include "core/options.hpp"
#include "optimizer/optimizer.hpp"

#include <array>

namespace thalweg::optimizer {

struct NelderMeadState {
    struct Vertex {
        Vec2 point{};
        double value = 0;
    };
    std::array<Vertex, 3> simplex{}; ///< best first
    bool begun = false;
};

/// The Nelder-Mead simplex: a triangle that crawls downhill by values alone. The path is that of
/// its best corner.
class NelderMead final : public Rule<NelderMead, NelderMeadState> {
public:
    static constexpr RuleFacts kFacts{
        .name = "nelder-mead",
        .summary = "a triangle that crawls downhill by values alone",
        .formula
        = "the worst corner is mirrored at the middle of the others: reflected (1), expanded (2), "
          "contracted (1/2), or all shrink (1/2) towards the best",
        .source
        = "J. A. Nelder, R. Mead, A simplex method for function minimization, 1965; ties as in "
          "J. C. Lagarias et al., Convergence properties of the Nelder-Mead simplex method in low "
          "dimensions, "
          "1998",
        .noise = -1,
    };

    explicit NelderMead(Options& options)
        : size_(options.number("size", 0.25, {.above = 0}, "length of the first triangle's legs"))
    {
    }

    Vec2 step(const Probe& f, Vec2 x, double learning_rate) override;

private:
    void begin(const Probe& f, Vec2 x);
    /// What replaces the worst corner; nothing where all have to shrink.
    std::optional<NelderMeadState::Vertex> replacement(const Probe& f) const;

    double size_;
};

} // namespace thalweg::optimizer
