#pragma once

#include "film/yuv.hpp"

namespace thalweg::film {

/// Keeps a picture with transparency as BT.709 limited-range YUV 4:2:0 and full-range alpha.
///
/// The colour is straight. Below what is not drawn on stands the page's colour, so that an encoder
/// finds no edge there and soft edges keep their colour.
class YuvaPicture final : public Picture {
public:
    /// width, height  pixels, even
    /// beneath        the page's colour, 0xRRGGBB
    YuvaPicture(int width, int height, std::uint32_t beneath);

    void update(const Pixels& pixels, const TileSet& changed) override;
    AVFrame& frame() override { return color_.frame(); }

private:
    YuvPicture color_;
    Pixels straight_;
    std::uint32_t beneath_;
    bool is_first_ = true;
};

} // namespace thalweg::film
