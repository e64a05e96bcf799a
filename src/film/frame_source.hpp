#pragma once

#include "canvas/pixels.hpp"
#include "canvas/tiles.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace thalweg::film {

/// Draws the frames of one film, for one thread. Each frame depends on its number alone.
class FrameSource {
public:
    virtual ~FrameSource() = default;

    /// Draws frame `k` (from 0, in any order). The pixels stay valid until the next call.
    ///
    /// changed  out: at least the tiles that differ from the frame this source drew before (all for
    /// its first)
    virtual const Pixels& draw(int k, TileSet& changed) = 0;

    /// The flat colours of the scene (0xRRGGBB, most important first), from which a GIF's palette
    /// is planned.
    virtual std::vector<std::uint32_t> palette_hint() const { return {}; }
};

/// Makes a source for one more thread; called from that thread.
using FrameSourceFactory = std::function<std::unique_ptr<FrameSource>()>;

/// A film as a sequence of pictures.
struct FilmSpec {
    int width = 1920, height = 1080;
    int fps = 60;
    int frames = 0;
    FrameSourceFactory source;
    /// Set: the film is transparent where nothing is drawn, and the fourth byte of its pixels is
    /// alpha, by which the others are multiplied. Lossy encoders put this colour (0xRRGGBB) below.
    std::optional<std::uint32_t> beneath{};
};

} // namespace thalweg::film
