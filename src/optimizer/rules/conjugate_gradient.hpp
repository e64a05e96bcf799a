#pragma once

#include "core/options.hpp"
#include "optimizer/line_search.hpp"
#include "optimizer/optimizer.hpp"

namespace thalweg::optimizer {

struct ConjugateGradientState {
    std::optional<LinePoint> here{}; ///< where the last step ended
    Vec2 before{}; ///< the gradient where it began
    Vec2 direction{};
    double promise = 0; ///< what its slope and length promised the value to change by
};

/// Nonlinear conjugate gradients: each direction keeps a part of the one before, so that steps do
/// not undo each other.
class ConjugateGradient final : public Rule<ConjugateGradient, ConjugateGradientState> {
public:
    static constexpr RuleFacts kFacts{
        .name = "conjugate-gradient",
        .summary = "directions that do not undo each other, each with a line search",
        .formula
        = "d ← −g + β d,  x ← x + α d;  y the change of g;  fletcher-reeves: β = g·g / g₋·g₋,  "
          "polak-ribiere: max(0, g·y / g₋·g₋),  hestenes-stiefel: g·y / d·y,  dai-yuan: g·g / "
          "d·y;  exact: α the first minimum of f(x + α d)",
        .source = "R. Fletcher, C. M. Reeves, 1964; E. Polak, G. Ribière, 1969; M. R. Hestenes, E. "
                  "Stiefel, 1952; "
                  "Y. H. Dai, Y. Yuan, 1999; as in J. Nocedal, S. J. Wright, Numerical "
                  "Optimization, 2nd ed., 2006, "
                  "section 5.2",
    };

    explicit ConjugateGradient(Options& options);

    Vec2 step(const Probe& f, Vec2 x, double learning_rate) override;

private:
    enum class Formula { fletcher_reeves, polak_ribiere, hestenes_stiefel, dai_yuan };
    enum class Search { wolfe, exact };

    /// The share of the last direction that the next one keeps.
    double share() const;

    std::optional<LinePoint> search(const Probe& f, const Line& line, double first) const;

    Formula formula_;
    Search search_;
};

} // namespace thalweg::optimizer
