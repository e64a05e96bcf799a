#include "optimizer/noise.hpp"

#include <fmt/format.h>

namespace thalweg {

namespace {

constexpr Limits kSigma{.min = 0};

} // namespace

NoiseRule read_noise_fields(Options& options, double sigma)
{
    using Scale = NoiseRule::Scale;
    NoiseRule rule;
    rule.sigma = options.number("sigma", sigma, kSigma, "standard deviation along each axis");
    rule.scale = options.choice("scale", Scale::isotropic,
        {{"isotropic", Scale::isotropic}, {"gradient", Scale::gradient}},
        "isotropic: sigma as it is; gradient: sigma times the gradient's norm");
    rule.seed = static_cast<std::uint64_t>(
        options.integer("seed", 1, {.min = 0}, "runs of the same seed see the same noise"));
    return rule;
}

NoiseRule read_noise(Options& options, double sigma)
{
    const Node* node = options.any("noise", "number or mapping of sigma, scale, seed",
        fmt::format("{}", sigma), "seeded gaussian noise on every gradient");
    NoiseRule rule{.sigma = sigma};
    if (!node)
        return rule;
    if (node->type == Node::Type::scalar) {
        rule.sigma = read_number(*node, "noise", kSigma, options.problems()).value_or(sigma);
        return rule;
    }
    Options fields(*node, options.problems());
    rule = read_noise_fields(fields, sigma > 0 ? sigma : 1);
    fields.finish();
    return rule;
}

} // namespace thalweg
