#include "film/encoder.hpp"

#include "core/error.hpp"

#include <fmt/format.h>

extern "C" {
#include <libavutil/cpu.h>
}

namespace thalweg {

namespace {

/// Frames that x264 looks ahead. Nearly still pictures gain nothing from more: on the demo's film
/// 10 instead of 20 give 6 % fewer bytes at the same SSIM (to 0.0004), and 65 MB less memory a job.
constexpr int kLookahead = 10;

const AVCodec& find_x264()
{
    const AVCodec* codec = avcodec_find_encoder_by_name("libx264");
    if (!codec)
        throw OutputError("encode H.264", "this FFmpeg was built without libx264");
    return *codec;
}

void describe_picture(AVCodecContext& context, const EncoderOptions& options)
{
    context.width = options.width;
    context.height = options.height;
    context.pix_fmt = AV_PIX_FMT_YUV420P;
    context.time_base = {1, options.fps};
    context.framerate = {options.fps, 1};
    context.sample_aspect_ratio = {1, 1};
    context.color_range = AVCOL_RANGE_MPEG;
    context.colorspace = AVCOL_SPC_BT709;
    context.color_primaries = AVCOL_PRI_BT709;
    context.color_trc = AVCOL_TRC_BT709;
    context.chroma_sample_location = AVCHROMA_LOC_CENTER; // as YuvPicture averages
}

void pin(AVCodecContext& context, int longest_chunk)
{
    context.thread_count = 1;
    context.gop_size = longest_chunk;
    context.keyint_min = longest_chunk;
    context.max_b_frames = 2;
    context.flags
        |= AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_CLOSED_GOP | AV_CODEC_FLAG_BITEXACT;
}

/// Settings that libavcodec has no names for.
///
/// x264 reads memory that it has not written on its AVX-512 paths (build 164, r3095): decisions of
/// intra frames then depend on what the process did before. Its AVX2 paths give the same bytes
/// every time, and the same as SSE4.2's and plain C's.
///
/// Drawn pictures have flat colours: x264's psychovisual noise only spoils them, and finer chroma
/// keeps them within two levels; without the first, the second would cost more.
std::string pinned_parameters()
{
    const bool has_avx512 = (av_get_cpu_flags() & AV_CPU_FLAG_AVX512) != 0;
    return fmt::format("scenecut=0:open-gop=0:stitchable=1:threads=1:lookahead-threads=1:"
                       "psy=0:chroma-qp-offset=-12:"
                       "rc-lookahead={}{}",
        kLookahead, has_avx512 ? ":asm=avx2" : "");
}

} // namespace

ChunkEncoder::ChunkEncoder(const EncoderOptions& options, int first_frame)
    : first_frame_(first_frame)
{
    const AVCodec& codec = find_x264();
    context_.reset(av::check(avcodec_alloc_context3(&codec), "open the H.264 encoder"));
    describe_picture(*context_, options);
    pin(*context_, options.longest_chunk);
    const QualitySettings quality = settings(options.quality);
    av::Dictionary more;
    more.set("preset", quality.preset);
    more.set("crf", quality.crf);
    more.set("profile", "high");
    more.set("x264-params", pinned_parameters());
    av::check(avcodec_open2(context_.get(), &codec, &more), "open the H.264 encoder");
    more.check_all_used("open the H.264 encoder");
}

void ChunkEncoder::encode(AVFrame& frame, Packets& packets)
{
    frame.pts = sent_++;
    frame.pict_type = AV_PICTURE_TYPE_NONE;
    send(&frame, packets);
}

void ChunkEncoder::finish(Packets& packets)
{
    send(nullptr, packets);
}

void ChunkEncoder::send(AVFrame* frame, Packets& packets)
{
    av::check(avcodec_send_frame(context_.get(), frame), "encode a frame");
    for (;;) {
        av::Ptr<AVPacket> packet = av::make_packet();
        const int code = avcodec_receive_packet(context_.get(), packet.get());
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF)
            return;
        av::check(code, "encode a frame");
        packet->pts += first_frame_;
        packet->dts += first_frame_;
        packet->duration = 1;
        packets.push_back(std::move(packet));
    }
}

} // namespace thalweg
