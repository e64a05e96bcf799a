#pragma once

#include "core/options.hpp"
#include "optimizer/optimizer.hpp"

#include <vector>

namespace thalweg::optimizer {

struct CmaEsState {
    double sigma = 0; ///< 0: not begun
    Sym2 covariance{1, 0, 1};
    Vec2 sigma_path{}, covariance_path{};
    int generation = 0;
    Random random{0};
};

/// CMA-ES: a cloud of samples that learns the shape of the valley. The path is that of the cloud's
/// mean.
class CmaEs final : public Rule<CmaEs, CmaEsState> {
public:
    static constexpr RuleFacts kFacts{
        .name = "cma-es",
        .summary = "a cloud of samples that moves to its better half and learns the valley's shape",
        .formula
        = "xᵢ ~ m + σ N(0, C);  m ← Σ wᵢ xᵢ over the better half;  C and σ from the paths of m",
        .source = "N. Hansen, A. Ostermeier, Completely derandomized self-adaptation in evolution "
                  "strategies, 2001; "
                  "constants of N. Hansen, The CMA evolution strategy: a tutorial, 2005, with "
                  "positive weights",
        .noise = -1,
    };

    explicit CmaEs(Options& options);

    Vec2 step(const Probe& f, Vec2 x, double learning_rate) override;

private:
    struct Sample {
        Vec2 move{}; ///< from the mean, in sigmas
        double value = 0;
    };

    /// The samples of a generation, the best first.
    std::vector<Sample> samples(const Probe& f, Vec2 mean);
    void learn_covariance(const std::vector<Sample>& best, bool stalled);

    double sigma_;
    int population_;
    int seed_;
    // The constants of the tutorial, by its names.
    std::vector<double> weights_{};
    double mu_eff_ = 0, c_sigma_ = 0, d_sigma_ = 0, c_c_ = 0, c_1_ = 0, c_mu_ = 0;
};

} // namespace thalweg::optimizer
