#pragma once

#include <string>

namespace thalweg::film {

/// What making a film or picture takes, in bytes for each pixel of one frame. Measured on frames of
/// 17 and 67 million pixels; of codecs of libavcodec, on 2 and 33 million.
struct Footprint {
    double shared = 0; ///< whatever the number of threads
    double per_thread = 0;
};

constexpr Footprint kPngFootprint{.per_thread = 19}, kApngFootprint{.per_thread = 23},
    kWebpFootprint{.per_thread = 60}, kH264Footprint{.per_thread = 37},
    kLosslessH264Footprint{.per_thread = 50}, kAv1Footprint{.per_thread = 200},
    kVp9Footprint{.per_thread = 90}, kVp9AlphaFootprint{.per_thread = 170},
    kProresFootprint{.per_thread = 40}, kFfv1Footprint{.per_thread = 290},
    kGifFootprint{.shared = 40, .per_thread = 8}, kY4mFootprint{.per_thread = 18};

/// How many of `jobs` threads can work at once in the memory that this process may use: that of the
/// machine, less where a limit of the process or its container is lower, or what the environment
/// variable THALWEG_MAX_MEMORY says, in bytes.
///
/// Throws  LimitError, beginning with `what`, where there is not enough for one
int affordable_jobs(
    const std::string& what, int width, int height, const Footprint& footprint, int jobs);

} // namespace thalweg::film
