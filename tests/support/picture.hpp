#pragma once

#include "canvas/pixels.hpp"

#include <array>
#include <string>

namespace thalweg::test {

using Rgb = std::array<int, 3>; ///< 0 to 255
inline Rgb rgb(std::uint32_t pixel)
{
    const auto channel = [pixel](int shift) { return static_cast<int>(pixel >> shift & 255U); };
    return {channel(16), channel(8), channel(0)};
}

/// A PNG file as pixels; throws std::runtime_error where it cannot be read.
Pixels read_png(const std::string& path);
void write_png(const std::string& path, const Pixels& picture);

/// How far two pictures of one size are apart, over all channels of all pixels (0 to 255).
struct Difference {
    int max = 0;
    double mean = 0;
};
Difference difference(const Pixels& a, const Pixels& b);

/// The absolute differences as a picture, amplified so that small ones are seen.
Pixels difference_picture(const Pixels& a, const Pixels& b);

/// Every `side` x `side` block as its mean. Two renderers smooth edges differently; their blocks
/// agree.
Pixels shrunk(const Pixels& picture, int side);

} // namespace thalweg::test
