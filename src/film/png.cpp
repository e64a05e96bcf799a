#include "film/png.hpp"

#include "core/atomic_file.hpp"
#include "film/av.hpp"
#include "film/checks.hpp"
#include "film/frame_name.hpp"
#include "film/in_order.hpp"

namespace thalweg::film {

namespace {

/// A copy without the unused byte, tagged as sRGB.
av::Ptr<AVFrame> to_rgb24(const Pixels& pixels)
{
    av::Ptr<AVFrame> frame = av::make_frame(pixels.width(), pixels.height(), AV_PIX_FMT_RGB24);
    frame->color_primaries = AVCOL_PRI_BT709;
    frame->color_trc = AVCOL_TRC_IEC61966_2_1;
    for (int y = 0; y < pixels.height(); ++y) {
        std::uint8_t* out = frame->data[0] + std::ptrdiff_t{y} * frame->linesize[0];
        for (const std::uint32_t pixel : pixels.row(y)) {
            *out++ = static_cast<std::uint8_t>(pixel >> 16);
            *out++ = static_cast<std::uint8_t>(pixel >> 8);
            *out++ = static_cast<std::uint8_t>(pixel);
        }
    }
    return frame;
}

av::Ptr<AVPacket> encode_png(const Pixels& pixels)
{
    const std::string doing = "encode a PNG";
    const AVCodec* codec = avcodec_find_encoder(AV_CODEC_ID_PNG);
    av::Ptr<AVCodecContext> context(av::throw_if_failed(avcodec_alloc_context3(codec), doing));
    context->width = pixels.width();
    context->height = pixels.height();
    context->pix_fmt = AV_PIX_FMT_RGB24;
    context->time_base = {1, 1};
    context->thread_count = 1;
    context->flags |= AV_CODEC_FLAG_BITEXACT;
    av::Dictionary options;
    options.set("pred", "sub"); // half the time of "mixed" for a few per cent more bytes
    av::throw_if_failed(avcodec_open2(context.get(), codec, &options), doing);
    av::throw_if_failed(avcodec_send_frame(context.get(), to_rgb24(pixels).get()), doing);
    av::throw_if_failed(avcodec_send_frame(context.get(), nullptr), doing);
    av::Ptr<AVPacket> packet = av::make_packet();
    av::throw_if_failed(avcodec_receive_packet(context.get(), packet.get()), doing);
    return packet;
}

} // namespace

void write_png(const std::filesystem::path& file, const Pixels& pixels)
{
    av::silence_logging();
    const av::Ptr<AVPacket> packet = encode_png(pixels);
    AtomicFile out(file);
    out.write(std::as_bytes(std::span(packet->data, static_cast<std::size_t>(packet->size))));
    out.commit();
}

void write_png_frame(const std::filesystem::path& file, const FilmSpec& film, int k)
{
    check_film(film, "write " + file.string(), Sides::any);
    TileSet changed(film.width, film.height);
    write_png(file, film.source()->draw(k, changed));
}

void write_png_sequence(
    const std::filesystem::path& pattern, const FilmSpec& film, int jobs, const Progress& progress)
{
    check_film(film, "write " + pattern.string(), Sides::any);
    FrameCounter counter(progress, film.frames);
    struct Written { };
    using Work = InOrder<Written>;
    const auto maker = [&]() -> Work::Make {
        std::shared_ptr<FrameSource> source = film.source();
        return [&, source](int k) {
            TileSet changed(film.width, film.height);
            const std::string name = frame_name(pattern.filename().string(), k);
            write_png(pattern.parent_path() / name, source->draw(k, changed));
            counter.count_one();
            return Written{};
        };
    };
    Work::run(film.frames, jobs, maker, [](int, Written) {});
}

} // namespace thalweg::film
