#pragma once

#include "film/frame_source.hpp"
#include "film/picture.hpp"

namespace thalweg::film {

/// How colours become Y, Cb and Cr in numbers of some bits.
struct YuvForm {
    double red, blue; ///< their weights in luma
    int black, white; ///< luma
    int grey; ///< chroma of greys
    double chroma; ///< from the least to the most
    int most; ///< that a sample holds
};

/// BT.709 in limited range, in 10 bits. Source  ITU-R BT.709-6, items 3.2 to 3.5
constexpr YuvForm kBt709In10Bits{.red = 0.2126,
    .blue = 0.0722,
    .black = 64,
    .white = 940,
    .grey = 512,
    .chroma = 896,
    .most = 1023};
/// What JPEG files hold: BT.601 in full range. Source  ITU-T T.871 (JFIF), section 7
constexpr YuvForm kJfif{
    .red = 0.299, .blue = 0.114, .black = 0, .white = 255, .grey = 128, .chroma = 255, .most = 255};

/// Keeps a picture as YUV 4:4:4 with samples of 8 bits, or of 10 bits in 16; and straight alpha,
/// where the film is transparent.
class Yuv444Picture final : public Picture {
public:
    /// format  planar, of three planes, or of four where the film is transparent
    Yuv444Picture(const FilmSpec& film, AVPixelFormat format, const YuvForm& form);

    void update(const Pixels& pixels, const TileSet& changed) override;
    AVFrame& frame() override { return *frame_; }

private:
    void take(std::uint32_t pixel, int x, int y);
    void set(int plane, int x, int y, double value);

    av::Ptr<AVFrame> frame_;
    YuvForm form_;
    std::optional<std::uint32_t> beneath_;
    bool is_first_ = true;
};

} // namespace thalweg::film
