#include "film/gif.hpp"

#include "core/error.hpp"
#include "film/av_coder.hpp"
#include "film/bgra.hpp"
#include "film/checks.hpp"
#include "film/filters.hpp"
#include "film/in_order.hpp"
#include "film/muxer.hpp"
#include "film/palette.hpp"

#include <fmt/format.h>

namespace thalweg::film {

namespace {

constexpr AVRational kHundredths{1, 100};

/// A palette as the picture of 16 x 16 pixels that libavfilter wants; its last entry is
/// transparent.
av::Ptr<AVFrame> palette_picture(const std::vector<std::uint32_t>& colours)
{
    constexpr int kSide = 16;
    av::Ptr<AVFrame> frame = av::make_frame(kSide, kSide, AV_PIX_FMT_BGRA);
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x) {
            const auto i = static_cast<std::size_t>(y * kSide + x);
            bgra_row(*frame, y)[static_cast<std::size_t>(x)]
                = i < colours.size() ? colours[i] | 0xff000000U : 0U;
        }
    frame->pts = 0;
    return frame;
}

av::Ptr<AVCodecContext> open_encoder(const FilmSpec& film)
{
    const std::string doing = "open the GIF encoder";
    const AVCodec* codec = avcodec_find_encoder(AV_CODEC_ID_GIF);
    av::Ptr<AVCodecContext> context(av::throw_if_failed(avcodec_alloc_context3(codec), doing));
    context->width = film.width;
    context->height = film.height;
    context->pix_fmt = AV_PIX_FMT_PAL8;
    context->time_base = kHundredths;
    context->framerate = {film.fps, 1};
    context->thread_count = 1;
    context->flags |= AV_CODEC_FLAG_BITEXACT;
    av::throw_if_failed(avcodec_open2(context.get(), codec, nullptr), doing);
    return context;
}

/// Turns pictures into packets, in their order.
class GifEncoder {
public:
    explicit GifEncoder(const FilmSpec& film)
        : step_(100 / film.fps)
        , encoder_(open_encoder(film))
        // No dither: the palette holds the flat colours exactly, and patterns would crawl over soft
        // edges.
        , filters_(fmt::format("{}[pictures];{}[palette];[pictures][palette]"
                               "paletteuse=dither=none:diff_mode=rectangle,buffersink@out",
              Filters::source("in", film.width, film.height), Filters::source("palette", 16, 16)))
    {
        filters_.push("palette", *palette_picture(plan_palette(film)));
        filters_.close("palette");
    }

    av::StreamFacts facts() const { return av::facts_of(*encoder_); }

    Packets encode(AVFrame& picture, int k)
    {
        picture.pts = std::int64_t{step_} * k;
        filters_.push("in", picture);
        return drain();
    }

    Packets finish()
    {
        filters_.close("in");
        Packets packets = drain();
        receive(nullptr, packets);
        return packets;
    }

private:
    Packets drain()
    {
        Packets packets;
        while (const av::Ptr<AVFrame> frame = filters_.pull())
            receive(frame.get(), packets);
        return packets;
    }

    void receive(AVFrame* frame, Packets& packets)
    {
        const std::size_t ready = packets.size();
        film::encode(*encoder_, frame, packets);
        for (std::size_t i = ready; i < packets.size(); ++i)
            packets[i]->duration = step_;
    }

    int step_; ///< hundredths of a second between frames
    av::Ptr<AVCodecContext> encoder_;
    Filters filters_;
};

} // namespace

void write_gif(
    const std::filesystem::path& file, const FilmSpec& film, int jobs, const Progress& progress)
{
    check_film(film, "write " + file.string(), Sides::any);
    if (!is_gif_rate(film.fps))
        throw OutputError("write " + file.string(),
            fmt::format("a GIF cannot tell {} frames a second exactly; 50, 25, 20, 10, 5, 4, 2 and "
                        "1 it can",
                film.fps));
    av::silence_logging();
    GifEncoder encoder(film);
    Muxer muxer(file, "gif", encoder.facts(),
        {{"loop", "0"}, {"final_delay", std::to_string(100 / film.fps)}});
    FrameCounter counter(progress, film.frames);
    using Work = InOrder<av::Ptr<AVFrame>>;
    const auto maker = [&]() -> Work::Make {
        std::shared_ptr<FrameSource> source = film.source();
        return [&film, source](int k) {
            TileSet changed(film.width, film.height);
            return to_bgra(source->draw(k, changed));
        };
    };
    Work::run(film.frames, jobs, maker, [&](int k, av::Ptr<AVFrame> frame) {
        muxer.write(encoder.encode(*frame, k));
        counter.count_one();
    });
    muxer.write(encoder.finish());
    muxer.finish(film.frames);
}

} // namespace thalweg::film
