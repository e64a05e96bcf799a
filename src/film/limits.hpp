#pragma once

namespace thalweg::film {

/// What one output may ask for at most.
constexpr int kMaxSide = 16384; ///< pixels
constexpr int kMaxPixels = 16384 * 8192; ///< of a frame; libav's pictures end below 16384 x 16384
constexpr int kMaxFrames = 1'000'000;
constexpr int kMaxFps = 240;
constexpr double kMinPageSide_pt = 18,
                 kMaxPageSide_pt = 14400; ///< a quarter of an inch to 200 inches

} // namespace thalweg::film
