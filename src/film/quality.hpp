#pragma once

namespace thalweg {

/// How much care an encoder takes.
enum class Quality { draft, standard, high };

/// x264's speed preset and its constant rate factor (lower is better and larger).
struct QualitySettings {
    const char* preset;
    int crf;
};

constexpr QualitySettings settings(Quality quality)
{
    switch (quality) {
    case Quality::draft:
        return {.preset = "veryfast", .crf = 24};
    case Quality::standard:
        break;
    case Quality::high:
        return {.preset = "slow", .crf = 14};
    }
    return {.preset = "medium", .crf = 18};
}

} // namespace thalweg
