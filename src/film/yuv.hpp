#pragma once

#include "film/macroblocks.hpp"
#include "film/picture.hpp"

namespace thalweg::film {

/// Keeps a picture as BT.709 limited-range YUV 4:2:0, converting only the tiles that change.
///
/// Each chroma sample is the mean of its 2 × 2 pixels, and tiles have even sides, so nothing
/// reaches over a tile's border: the YUV picture is a function of the pixels alone, whatever came
/// before.
class YuvPicture final : public Picture {
public:
    /// width, height  pixels, even
    /// format         with more planes than the first three, these are left to the caller
    YuvPicture(int width, int height, AVPixelFormat format = AV_PIX_FMT_YUV420P);

    void update(const Pixels& pixels, const TileSet& changed) override;
    AVFrame& frame() override { return *frame_; }
    /// What the last update left as it was, to the last bit.
    const Macroblocks& still() const { return still_; }

private:
    void take(const Pixels& pixels, const PixelRect& tile);

    av::Ptr<AVFrame> frame_;
    Macroblocks still_;
    bool is_first_ = true;
};

} // namespace thalweg::film
