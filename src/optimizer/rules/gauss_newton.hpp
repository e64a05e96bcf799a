#pragma once

#include "core/options.hpp"
#include "optimizer/optimizer.hpp"

namespace thalweg::optimizer {

/// The least-squares problem that a sum of squares is near a point: A h = -g.
struct NormalEquations {
    Sym2 matrix; ///< A = Jᵀ J, of the residuals' Jacobian J
    Vec2 right; ///< g = Jᵀ r, half the gradient

    explicit NormalEquations(const std::vector<Jet<double>>& residuals);
};

struct GaussNewtonState {
    double damping = 0; ///< μ; 0: no step was made yet
    double growth = 2; ///< what μ is multiplied by when a step fails
};

/// Gauss-Newton on a sum of squares: Newton's method with the residuals taken for linear, so that
/// it never needs their curvature. Exact where they are linear.
class GaussNewton final : public Rule<GaussNewton, GaussNewtonState> {
public:
    static constexpr RuleFacts kFacts{
        .name = "gauss-newton",
        .summary = "jumps to the minimum of the sum of squares with its residuals made linear",
        .formula = "f = Σ rᵢ²,  x ← x − η (JᵀJ)⁻¹ Jᵀr;  levenberg-marquardt: x ← x − (JᵀJ + μ I)⁻¹ "
                   "Jᵀr, μ raised until the value falls, and lowered by how well it was foretold",
        .source = "J. Nocedal, S. J. Wright, Numerical Optimization, 2nd ed., 2006, section 10.3; "
                  "levenberg-marquardt: K. Madsen, H. B. Nielsen, O. Tingleff, Methods for "
                  "non-linear least squares problems, 2nd ed., 2004, algorithm 3.16",
        .learning_rate = 1,
        .rate_means = "share of the full step, where pure",
        .noise = -1,
        .needs_residuals = true,
    };

    explicit GaussNewton(Options& options);

    Vec2 step(const Probe& f, Vec2 x, double learning_rate) override;

private:
    enum class Form { pure, levenberg_marquardt };

    Vec2 damped_step(const Probe& f, Vec2 x, const std::vector<Jet<double>>& residuals);

    Form form_;
    double damping_;
};

} // namespace thalweg::optimizer
