#pragma once

#include "draw/pixels.hpp"
#include "draw/tiles.hpp"
#include "film/av.hpp"

namespace thalweg {

/// Keeps a picture as BT.709 limited-range YUV 4:2:0, converting only the tiles that change.
///
/// Every tile is converted by itself, also when all of them are, and nothing reaches over a tile's
/// border (2 × 2 pixels give one chroma sample, and tiles have even sides). So the YUV picture is a
/// function of the pixels alone.
class YuvPicture {
public:
    /// width, height  pixels, even
    YuvPicture(int width, int height);

    /// Takes over the changed tiles (all of them at the first call).
    void update(const Pixels& pixels, TileSet changed);

    /// The picture; valid until the next update. An encoder that holds on to it makes the next
    /// update copy it first.
    AVFrame& frame() { return *frame_; }

private:
    SwsContext* converter(int width, int height);
    void convert(const Pixels& pixels, const PixelRect& tile);

    struct Sized {
        int width, height;
        av::Ptr<SwsContext> context;
    };
    av::Ptr<AVFrame> frame_;
    std::vector<Sized> converters_; ///< whole tiles, and those cut off at the right and lower edges
    bool is_first_ = true;
};

} // namespace thalweg
