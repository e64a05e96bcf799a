#include "optimizer/catalogue.hpp"

#include "optimizer/rules/adadelta.hpp"
#include "optimizer/rules/adagrad.hpp"
#include "optimizer/rules/adam.hpp"
#include "optimizer/rules/adamax.hpp"
#include "optimizer/rules/adamw.hpp"
#include "optimizer/rules/amsgrad.hpp"
#include "optimizer/rules/bfgs.hpp"
#include "optimizer/rules/cma_es.hpp"
#include "optimizer/rules/conjugate_gradient.hpp"
#include "optimizer/rules/gauss_newton.hpp"
#include "optimizer/rules/gradient_descent.hpp"
#include "optimizer/rules/gradient_flow.hpp"
#include "optimizer/rules/lion.hpp"
#include "optimizer/rules/momentum.hpp"
#include "optimizer/rules/nadam.hpp"
#include "optimizer/rules/nelder_mead.hpp"
#include "optimizer/rules/nesterov.hpp"
#include "optimizer/rules/newton.hpp"
#include "optimizer/rules/radam.hpp"
#include "optimizer/rules/recorded.hpp"
#include "optimizer/rules/rmsprop.hpp"
#include "optimizer/rules/sgd.hpp"

namespace thalweg::optimizer {

namespace {

/// Noise and mini-batches. A rule that is noisy by itself is not where it draws mini-batches.
Chance read_chance(Options& options, double sigma)
{
    const auto seed = static_cast<std::uint64_t>(options.integer(
        "seed", 1, {.min = 0}, "of noise and mini-batches: the same seed, the same run"));
    const BatchRule batches = read_batches(options, seed);
    const NoiseRule usual{.sigma = batches.size > 0 ? 0 : sigma, .seed = seed};
    return {.noise = read_noise(options, usual), .batches = batches};
}

/// What a scene's entry gives: the options that all rules have, and the rule's own.
template <class R>
OptimizerSpec make(Options& options)
{
    constexpr RuleFacts kFacts = R::kFacts;
    OptimizerSpec spec;
    spec.kind = kFacts.name;
    spec.facts = kFacts;
    spec.name = options.line(
        "name", "", "what scenes and data call its runs; the label, or the kind, where empty");
    spec.label = options.line("label", "", "name in legends and at its head; the kind where empty");
    spec.color = options.color("color", "of its markers and curves; the theme's where absent");
    if (kFacts.learning_rate > 0)
        spec.learning_rate
            = read_schedule(options, "learning_rate", kFacts.learning_rate, kFacts.rate_means);
    else
        spec.learning_rate = [](int, int) { return 1.0; };
    if (kFacts.noise >= 0)
        spec.chance = read_chance(options, kFacts.noise);
    const auto rule = std::make_shared<R>(options);
    if constexpr (requires { rule->path(); })
        spec.path = rule->path();
    spec.rule = rule;
    return spec;
}

template <class R>
constexpr Kind<OptimizerSpec> row()
{
    return {R::kFacts.name, R::kFacts.summary, make<R>};
}

constexpr Kind<OptimizerSpec> kKinds[] = {
    row<GradientDescent>(),
    row<Momentum>(),
    row<Nesterov>(),
    row<Sgd>(),
    row<Adagrad>(),
    row<Adadelta>(),
    row<Rmsprop>(),
    row<Adam>(),
    row<Amsgrad>(),
    row<AdamW>(),
    row<Adamax>(),
    row<Nadam>(),
    row<Radam>(),
    row<Lion>(),
    row<Newton>(),
    row<GaussNewton>(),
    row<Bfgs>(),
    row<ConjugateGradient>(),
    row<GradientFlow>(),
    row<NelderMead>(),
    row<CmaEs>(),
    row<Recorded>(),
};

} // namespace

std::span<const Kind<OptimizerSpec>> optimizer_kinds()
{
    return kKinds;
}

} // namespace thalweg::optimizer
