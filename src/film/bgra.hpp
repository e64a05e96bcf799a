#pragma once

#include "canvas/pixels.hpp"
#include "film/av.hpp"

#include <algorithm>
#include <span>

namespace thalweg::film {

/// A row of a B, G, R, A picture of libav.
inline std::span<std::uint32_t> bgra_row(AVFrame& frame, int y)
{
    std::uint8_t* row = frame.data[0] + std::ptrdiff_t{y} * frame.linesize[0];
    return {reinterpret_cast<std::uint32_t*>(row), static_cast<std::size_t>(frame.width)};
}

/// A copy of a picture for libav, opaque (the fourth byte of Pixels has no meaning).
inline av::Ptr<AVFrame> to_bgra(const Pixels& pixels)
{
    av::Ptr<AVFrame> frame = av::make_frame(pixels.width(), pixels.height(), AV_PIX_FMT_BGRA);
    for (int y = 0; y < pixels.height(); ++y)
        std::ranges::transform(pixels.row(y), bgra_row(*frame, y).begin(),
            [](std::uint32_t pixel) { return pixel | 0xff000000U; });
    return frame;
}

} // namespace thalweg::film
