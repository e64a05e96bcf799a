#pragma once

#include <cstdint>

namespace thalweg::film {

/// A pixel as files with transparency keep it, its colour not multiplied by its alpha, of one as
/// Cairo keeps it.
///
/// beneath  the colour (0xRRGGBB) of pixels that nothing was drawn on
inline std::uint32_t straight(std::uint32_t premultiplied, std::uint32_t beneath)
{
    const std::uint32_t alpha = premultiplied >> 24;
    if (alpha == 255)
        return premultiplied;
    if (alpha == 0)
        return beneath;
    std::uint32_t pixel = alpha << 24;
    for (const int shift : {16, 8, 0}) {
        const std::uint32_t channel = ((premultiplied >> shift & 255U) * 255 + alpha / 2) / alpha;
        pixel |= (channel > 255 ? 255U : channel) << shift;
    }
    return pixel;
}

} // namespace thalweg::film
