#include "film/encoder.hpp"

#include "core/error.hpp"
#include "core/math.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

extern "C" {
#include <x264.h>
}

namespace thalweg::film {

namespace {

/// Slower ones take twice the time for files that are 5 % smaller.
constexpr const char* kLosslessPreset = "superfast";

void describe_picture(x264_param_t& x264, const EncoderOptions& options)
{
    x264.i_width = options.width;
    x264.i_height = options.height;
    x264.i_csp = options.is_lossless ? X264_CSP_BGRA : X264_CSP_I420;
    x264.i_fps_num = static_cast<std::uint32_t>(options.fps);
    x264.i_fps_den = 1;
    x264.i_timebase_num = 1;
    x264.i_timebase_den = static_cast<std::uint32_t>(options.fps);
    x264.b_vfr_input = 0;
    x264.vui.i_sar_width = x264.vui.i_sar_height = 1;
    x264.vui.b_fullrange = options.is_lossless;
    x264.vui.i_colorprim = x264.vui.i_transfer = 1; // BT.709
    x264.vui.i_colmatrix = options.is_lossless ? 0 : 1; // none: the planes are G, B and R
    if (!options.is_lossless)
        x264.vui.i_chroma_loc = 1; // in the middle, as YuvPicture averages
}

/// One thread, one closed group of pictures, and no headers among the pictures.
void pin(x264_param_t& x264, int longest_chunk)
{
    x264.i_threads = x264.i_lookahead_threads = 1;
    x264.i_keyint_max = x264.i_keyint_min = longest_chunk;
    x264.i_scenecut_threshold = 0;
    x264.b_open_gop = 0;
    x264.b_stitchable = 1;
    x264.b_repeat_headers = 0;
    x264.b_annexb = 1;
    x264.i_log_level = X264_LOG_NONE;
    // x264 reads memory that it has not written on its AVX-512 paths (build 164, r3095): decisions
    // of intra frames then depend on what the process did before. Its AVX2 paths give the same
    // bytes every time, and the same as SSE4.2's and plain C's.
    if (x264.cpu & X264_CPU_AVX512)
        x264_param_parse(&x264, "asm", "avx2");
}

/// Drawn pictures are nearly still: x264 is told which macroblocks are, and skips them unseen. That
/// needs each frame to be predicted from the one before it as it is: no B-frames, no weights, and a
/// quantizer that does not wander.
///
/// They also have flat colours: psychovisual noise only spoils them, and finer chroma keeps them
/// within two levels; without the first, the second would cost more.
void suit_drawings(x264_param_t& x264)
{
    x264.analyse.b_mb_info = 1;
    x264.i_bframe = 0;
    x264.analyse.i_weighted_pred = X264_WEIGHTP_NONE;
    x264.rc.i_rc_method = X264_RC_CQP;
    x264.analyse.b_psy = 0;
}

void set_quality(x264_param_t& x264, const QualitySettings& quality)
{
    x264.rc.i_qp_constant = quality.moving_qp;
    x264.rc.f_ip_factor
        = static_cast<float>(thalweg::exp2((quality.moving_qp - quality.resting_qp) / 6.0));
    x264.analyse.i_chroma_qp_offset = -12;
}

x264_param_t parameters(const EncoderOptions& options)
{
    x264_param_t x264;
    const QualitySettings quality = settings(options.quality);
    x264_param_default_preset(
        &x264, options.is_lossless ? kLosslessPreset : quality.preset, nullptr);
    describe_picture(x264, options);
    pin(x264, options.longest_chunk);
    suit_drawings(x264);
    if (options.is_lossless)
        x264.rc.i_qp_constant = 0;
    else
        set_quality(x264, quality);
    x264_param_apply_profile(&x264, options.is_lossless ? "high444" : "high");
    return x264;
}

/// The picture as x264 reads it; its samples and flags stay where they are.
x264_picture_t view_of(const AVFrame& frame)
{
    x264_picture_t picture;
    x264_picture_init(&picture);
    const bool is_packed = frame.format == AV_PIX_FMT_BGR0;
    picture.img.i_csp = is_packed ? X264_CSP_BGRA : X264_CSP_I420;
    picture.img.i_plane = is_packed ? 1 : 3;
    for (int plane = 0; plane < picture.img.i_plane; ++plane) {
        picture.img.plane[plane] = frame.data[plane];
        picture.img.i_stride[plane] = frame.linesize[plane];
    }
    return picture;
}

/// x264 keeps the flags beyond the call, and frees them by the function that comes with them.
void attach(x264_picture_t& picture, const Macroblocks& still)
{
    static_assert(X264_MBINFO_CONSTANT == 1);
    const auto flags = still.flags();
    picture.prop.mb_info = new std::uint8_t[flags.size()];
    picture.prop.mb_info_free = [](void* p) { delete[] static_cast<std::uint8_t*>(p); };
    std::ranges::copy(flags, picture.prop.mb_info);
}

av::Ptr<AVPacket> to_packet(const x264_nal_t* nals, int bytes)
{
    av::Ptr<AVPacket> packet = av::make_packet();
    av::throw_if_failed(av_new_packet(packet.get(), bytes), "make room for a packet");
    std::memcpy(packet->data, nals[0].p_payload, static_cast<std::size_t>(bytes)); // contiguous
    return packet;
}

} // namespace

void ChunkEncoder::Close::operator()(x264_t* encoder) const noexcept
{
    x264_encoder_close(encoder);
}

ChunkEncoder::ChunkEncoder(const EncoderOptions& options, int first_frame)
    : options_(options)
    , first_frame_(first_frame)
{
    x264_param_t x264 = parameters(options);
    encoder_.reset(x264_encoder_open(&x264));
    if (!encoder_)
        throw OutputError("open the H.264 encoder", "x264 refuses the size or is out of memory");
}

void ChunkEncoder::encode(const AVFrame& frame, const Macroblocks& still, Packets& packets)
{
    x264_picture_t picture = view_of(frame);
    picture.i_pts = sent_++;
    const bool is_first = picture.i_pts == 0;
    if (!is_first)
        attach(picture, still);
    const bool rests = !is_first && !options_.is_lossless && still.all_still();
    if (rests && !is_fine_)
        picture.i_qpplus1 = settings(options_.quality).resting_qp + 1;
    is_fine_ = rests || is_first;
    send(&picture, packets);
}

void ChunkEncoder::finish(Packets& packets)
{
    while (x264_encoder_delayed_frames(encoder_.get()) > 0)
        send(nullptr, packets);
}

void ChunkEncoder::send(x264_picture_t* picture, Packets& packets)
{
    x264_nal_t* nals = nullptr;
    int count = 0;
    x264_picture_t coded;
    const int bytes = x264_encoder_encode(encoder_.get(), &nals, &count, picture, &coded);
    if (bytes < 0)
        throw OutputError("encode a frame", "x264 failed");
    if (bytes == 0)
        return;
    av::Ptr<AVPacket> packet = to_packet(nals, bytes);
    packet->pts = first_frame_ + coded.i_pts;
    packet->dts = first_frame_ + coded.i_dts;
    packet->duration = 1;
    packet->flags = coded.b_keyframe ? AV_PKT_FLAG_KEY : 0;
    packets.push_back(std::move(packet));
}

av::StreamFacts ChunkEncoder::facts() const
{
    av::StreamFacts facts;
    facts.time_base = {1, options_.fps};
    facts.frame_rate = {options_.fps, 1};
    AVCodecParameters& codec = *facts.codec;
    codec.codec_type = AVMEDIA_TYPE_VIDEO;
    codec.codec_id = AV_CODEC_ID_H264;
    codec.profile
        = options_.is_lossless ? FF_PROFILE_H264_HIGH_444_PREDICTIVE : FF_PROFILE_H264_HIGH;
    codec.format = options_.is_lossless ? AV_PIX_FMT_GBRP : AV_PIX_FMT_YUV420P;
    codec.width = options_.width;
    codec.height = options_.height;
    codec.sample_aspect_ratio = {1, 1};
    codec.color_range = options_.is_lossless ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG;
    codec.color_space = options_.is_lossless ? AVCOL_SPC_RGB : AVCOL_SPC_BT709;
    codec.color_primaries = AVCOL_PRI_BT709;
    codec.color_trc = AVCOL_TRC_BT709;
    if (!options_.is_lossless)
        codec.chroma_location = AVCHROMA_LOC_CENTER;
    x264_nal_t* nals = nullptr;
    int count = 0;
    if (x264_encoder_headers(encoder_.get(), &nals, &count) < 0)
        throw OutputError("open the H.264 encoder", "x264 gave no headers");
    // The sequence's and the picture's parameters; what follows them only tells x264's settings.
    facts.set_extradata({nals[0].p_payload,
        static_cast<std::size_t>(nals[0].i_payload) + static_cast<std::size_t>(nals[1].i_payload)});
    return facts;
}

} // namespace thalweg::film
