#include "film/av_coder.hpp"

#include "core/error.hpp"

#include <fmt/format.h>

namespace thalweg::film {

namespace {

AVColorSpace matrix(ColorForm color)
{
    switch (color) {
    case ColorForm::bt709:
        break;
    case ColorForm::rgb:
        return AVCOL_SPC_RGB;
    case ColorForm::jfif:
        return AVCOL_SPC_BT470BG;
    }
    return AVCOL_SPC_BT709;
}

} // namespace

std::string encoder_fault(const std::string& name)
{
    if (avcodec_find_encoder_by_name(name.c_str()))
        return "";
    return fmt::format(
        "this system's FFmpeg has no encoder {}; install one that has it (on Debian "
        "and Ubuntu the package libavcodec-extra), or ask for another kind of output",
        name);
}

av::Ptr<AVCodecContext> open_encoder(
    const AvEncoding& encoding, const AVFrame& picture, AVRational frame_rate)
{
    const std::string doing = fmt::format("open the encoder {}", encoding.encoder);
    const AVCodec* codec = avcodec_find_encoder_by_name(encoding.encoder);
    if (!codec)
        throw OutputError(doing, encoder_fault(encoding.encoder));
    av::Ptr<AVCodecContext> context(av::throw_if_failed(avcodec_alloc_context3(codec), doing));
    context->width = picture.width;
    context->height = picture.height;
    context->pix_fmt = static_cast<AVPixelFormat>(picture.format);
    context->sample_aspect_ratio = {1, 1};
    context->time_base = av_inv_q(frame_rate);
    context->framerate = frame_rate;
    context->thread_count = 1;
    context->flags |= AV_CODEC_FLAG_BITEXACT | AV_CODEC_FLAG_GLOBAL_HEADER;
    context->color_range = encoding.color == ColorForm::bt709 ? AVCOL_RANGE_MPEG : AVCOL_RANGE_JPEG;
    context->colorspace = matrix(encoding.color);
    context->color_primaries = AVCOL_PRI_BT709;
    context->color_trc = AVCOL_TRC_BT709;
    av::Dictionary options;
    for (const auto& [key, value] : encoding.options)
        options.set(key.c_str(), value);
    av::throw_if_failed(avcodec_open2(context.get(), codec, &options), doing);
    options.check_all_used(doing);
    return context;
}

void encode(AVCodecContext& encoder, const AVFrame* frame, Packets& packets)
{
    const std::string doing = fmt::format("encode a frame by {}", encoder.codec->name);
    av::throw_if_failed(avcodec_send_frame(&encoder, frame), doing);
    for (;;) {
        av::Ptr<AVPacket> packet = av::make_packet();
        const int code = avcodec_receive_packet(&encoder, packet.get());
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF)
            return;
        av::throw_if_failed(code, doing);
        packets.push_back(std::move(packet));
    }
}

std::string encode_picture(const AvEncoding& encoding, AVFrame& picture)
{
    const av::Ptr<AVCodecContext> encoder = open_encoder(encoding, picture, {1, 1});
    picture.pts = 0;
    picture.color_range = encoder->color_range;
    picture.colorspace = encoder->colorspace;
    Packets packets;
    encode(*encoder, &picture, packets);
    encode(*encoder, nullptr, packets);
    std::string bytes;
    for (const av::Ptr<AVPacket>& packet : packets)
        bytes.append(
            reinterpret_cast<const char*>(packet->data), static_cast<std::size_t>(packet->size));
    return bytes;
}

AvCoder::AvCoder(AvEncoding encoding, std::unique_ptr<Picture> picture, int fps)
    : encoding_(std::move(encoding))
    , picture_(std::move(picture))
    , frame_rate_{fps, 1}
{
}

AvCoder::~AvCoder()
{
    end();
}

/// On ways out that leave an encoder in the middle of a chunk, or before its first frame.
void AvCoder::end() noexcept
{
    if (!encoder_ || has_ended_ || !encoding_.closes_after_end_only)
        return;
    if (sent_ == 0) {
        picture_->frame().pts = 0;
        avcodec_send_frame(encoder_.get(), &picture_->frame());
    }
    avcodec_send_frame(encoder_.get(), nullptr);
    const av::Ptr<AVPacket> packet(av_packet_alloc());
    while (packet && avcodec_receive_packet(encoder_.get(), packet.get()) >= 0)
        av_packet_unref(packet.get());
    has_ended_ = true;
}

void AvCoder::begin(int first_frame)
{
    end();
    encoder_ = open_encoder(encoding_, picture_->frame(), frame_rate_);
    first_frame_ = first_frame;
    has_ended_ = false;
    sent_ = 0;
}

void AvCoder::encode(const Pixels& pixels, const TileSet& changed, Packets& packets)
{
    picture_->update(pixels, changed);
    AVFrame& frame = picture_->frame();
    frame.pts = sent_++;
    frame.color_range = encoder_->color_range;
    frame.colorspace = encoder_->colorspace;
    frame.color_primaries = encoder_->color_primaries;
    frame.color_trc = encoder_->color_trc;
    const std::size_t ready = packets.size();
    film::encode(*encoder_, &frame, packets);
    place(packets, ready);
}

void AvCoder::finish(Packets& packets)
{
    const std::size_t ready = packets.size();
    film::encode(*encoder_, nullptr, packets);
    has_ended_ = true;
    place(packets, ready);
}

/// Moves packets to their chunk's place in the film.
void AvCoder::place(Packets& packets, std::size_t from) const
{
    for (std::size_t i = from; i < packets.size(); ++i) {
        packets[i]->pts += first_frame_;
        packets[i]->dts += first_frame_;
        packets[i]->duration = 1;
    }
}

} // namespace thalweg::film
