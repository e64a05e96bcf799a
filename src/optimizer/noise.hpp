#pragma once

#include "core/options.hpp"

#include <cstdint>

namespace thalweg::optimizer {

/// Seeded gaussian noise on every gradient that an update rule sees.
struct NoiseRule {
    enum class Scale {
        isotropic, ///< g + σ ξ
        gradient ///< g + σ |g| ξ
    };

    double sigma = 0; ///< 0: no noise
    Scale scale = Scale::isotropic;
    std::uint64_t seed
        = 1; ///< runs of the same seed see the same noise, whatever their start and their rule
};

/// The fields of a `noise` mapping: sigma, scale, seed.
NoiseRule read_noise_fields(Options& options, const NoiseRule& usual);

/// `noise`: a number (sigma) or a mapping of the fields.
///
/// usual  what is not said
NoiseRule read_noise(Options& options, const NoiseRule& usual);

} // namespace thalweg::optimizer
