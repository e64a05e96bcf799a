#pragma once

namespace thalweg::film {

/// How much care an encoder takes.
enum class Quality { draft, standard, high };

/// x264's speed preset, and its quantizers (lower is better and larger; 6 less is half the error):
/// for what moves, and for first frames and pictures at rest, which the eye has time to see.
struct QualitySettings {
    const char* preset;
    int moving_qp, resting_qp;
};

constexpr QualitySettings settings(Quality quality)
{
    switch (quality) {
    case Quality::draft:
        return {.preset = "veryfast", .moving_qp = 30, .resting_qp = 22};
    case Quality::standard:
        break;
    case Quality::high:
        return {.preset = "slow", .moving_qp = 18, .resting_qp = 12};
    }
    return {.preset = "medium", .moving_qp = 24, .resting_qp = 16};
}

} // namespace thalweg::film
