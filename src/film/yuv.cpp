#include "film/yuv.hpp"

#include <array>

extern "C" {
#include <libavutil/opt.h>
}

namespace thalweg {

namespace {

av::Ptr<SwsContext> make_converter(int width, int height)
{
    const char* doing = "prepare the colour conversion";
    av::Ptr<SwsContext> context(av::check(sws_alloc_context(), doing));
    const auto set = [&](const char* key, std::int64_t value) {
        av::check(av_opt_set_int(context.get(), key, value, 0), doing);
    };
    set("srcw", width);
    set("srch", height);
    set("dstw", width);
    set("dsth", height);
    set("src_format", AV_PIX_FMT_BGR0);
    set("dst_format", AV_PIX_FMT_YUV420P);
    // SWS_AREA averages exactly the pixels that a chroma sample stands for; the others reach
    // further.
    set("sws_flags", SWS_AREA | SWS_ACCURATE_RND | SWS_BITEXACT);
    set("threads", 1);
    av::check(sws_init_context(context.get(), nullptr, nullptr), doing);
    const int* bt709 = sws_getCoefficients(SWS_CS_ITU709);
    constexpr int kFullRange = 1, kLimitedRange = 0, kUnity = 1 << 16;
    av::check(sws_setColorspaceDetails(
                  context.get(), bt709, kFullRange, bt709, kLimitedRange, 0, kUnity, kUnity),
        doing);
    return context;
}

} // namespace

YuvPicture::YuvPicture(int width, int height)
    : frame_(av::make_frame(width, height, AV_PIX_FMT_YUV420P))
{
    frame_->color_range = AVCOL_RANGE_MPEG;
    frame_->colorspace = AVCOL_SPC_BT709;
    frame_->color_primaries = AVCOL_PRI_BT709;
    frame_->color_trc = AVCOL_TRC_BT709;
    frame_->sample_aspect_ratio = {1, 1};
}

void YuvPicture::update(const Pixels& pixels, TileSet changed)
{
    if (is_first_)
        changed.add_all();
    is_first_ = false;
    if (changed.count() == 0)
        return;
    av::check(av_frame_make_writable(frame_.get()), "make room for a frame");
    changed.for_each([&](const PixelRect& tile) { convert(pixels, tile); });
}

SwsContext* YuvPicture::converter(int width, int height)
{
    for (const Sized& sized : converters_)
        if (sized.width == width && sized.height == height)
            return sized.context.get();
    converters_.push_back({width, height, make_converter(width, height)});
    return converters_.back().context.get();
}

void YuvPicture::convert(const Pixels& pixels, const PixelRect& tile)
{
    const std::array<const std::uint8_t*, 4> source{
        pixels.bytes() + std::ptrdiff_t{tile.y} * pixels.stride_bytes() + tile.x * 4};
    const std::array<int, 4> source_stride{pixels.stride_bytes()};
    const auto plane = [&](int i, int shift) {
        return frame_->data[i] + std::ptrdiff_t{tile.y >> shift} * frame_->linesize[i]
            + (tile.x >> shift);
    };
    const std::array<std::uint8_t*, 4> target{plane(0, 0), plane(1, 1), plane(2, 1)};
    sws_scale(converter(tile.width, tile.height), source.data(), source_stride.data(), 0,
        tile.height, target.data(), frame_->linesize);
}

} // namespace thalweg
