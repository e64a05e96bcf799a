#include "optimizer/catalogue.hpp"

#include "optimizer/rules/gradient_descent.hpp"
#include "optimizer/rules/momentum.hpp"
#include "optimizer/rules/newton.hpp"

namespace thalweg {

namespace {

/// What a scene's entry gives: the options that all rules have, and the rule's own.
template <class R>
OptimizerSpec make(Options& options)
{
    OptimizerSpec spec;
    spec.kind = R::kFacts.name;
    spec.facts = R::kFacts;
    spec.label = options.text(
        "label", "", "the run's name in legends and at its head; the kind where empty");
    spec.learning_rate
        = read_schedule(options, "learning_rate", R::kFacts.learning_rate, "size of a step");
    spec.rule = std::make_shared<R>(options);
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
    row<Newton>(),
};

} // namespace

std::span<const Kind<OptimizerSpec>> optimizer_kinds()
{
    return kKinds;
}

} // namespace thalweg
