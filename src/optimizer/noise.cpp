#include "optimizer/noise.hpp"

#include <fmt/format.h>

namespace thalweg::optimizer {

namespace {

constexpr Limits kSigma{.min = 0};

} // namespace

NoiseRule read_noise_fields(Options& options, const NoiseRule& usual)
{
    using Scale = NoiseRule::Scale;
    NoiseRule rule;
    rule.sigma = options.number("sigma", usual.sigma, kSigma, "standard deviation along each axis");
    rule.scale = options.choice("scale", Scale::isotropic,
        {{"isotropic", Scale::isotropic}, {"gradient", Scale::gradient}},
        "isotropic: sigma as it is; gradient: sigma times the gradient's norm");
    rule.seed = static_cast<std::uint64_t>(options.integer("seed", static_cast<int>(usual.seed),
        {.min = 0}, "runs of the same seed see the same noise"));
    return rule;
}

NoiseRule read_noise(Options& options, const NoiseRule& usual)
{
    const Node* node = options.any("noise", "number or mapping of sigma, scale, seed",
        fmt::format("{}", usual.sigma), "seeded gaussian noise on every gradient");
    NoiseRule rule = usual;
    if (!node)
        return rule;
    if (node->type == Node::Type::scalar) {
        rule.sigma = read_number(*node, "noise", kSigma, options.problems()).value_or(usual.sigma);
        return rule;
    }
    Options fields(*node, options.problems());
    rule.sigma = usual.sigma > 0 ? usual.sigma : 1;
    rule = read_noise_fields(fields, rule);
    fields.finish();
    return rule;
}

} // namespace thalweg::optimizer
