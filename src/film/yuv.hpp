#pragma once

#include "canvas/pixels.hpp"
#include "canvas/tiles.hpp"
#include "film/av.hpp"
#include "film/macroblocks.hpp"

namespace thalweg::film {

/// Keeps a picture as BT.709 limited-range YUV 4:2:0, converting only the tiles that change.
///
/// Each chroma sample is the mean of its 2 × 2 pixels, and tiles have even sides, so nothing
/// reaches over a tile's border: the YUV picture is a function of the pixels alone, whatever came
/// before.
class YuvPicture {
public:
    /// width, height  pixels, even
    YuvPicture(int width, int height);

    /// Takes over the changed tiles (all of them at the first call).
    void update(const Pixels& pixels, const TileSet& changed);

    /// The picture; valid until the next update.
    AVFrame& frame() { return *frame_; }
    /// What the last update left as it was, to the last bit.
    const Macroblocks& still() const { return still_; }

private:
    void take(const Pixels& pixels, const PixelRect& tile);

    av::Ptr<AVFrame> frame_;
    Macroblocks still_;
    bool is_first_ = true;
};

} // namespace thalweg::film
