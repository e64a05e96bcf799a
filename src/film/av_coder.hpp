#pragma once

#include "film/chunked.hpp"
#include "film/picture.hpp"

#include <map>
#include <string>

namespace thalweg::film {

/// How an encoder's samples stand for colours.
enum class ColorForm {
    bt709, ///< YUV in limited range
    rgb, ///< full range, no matrix
    jfif, ///< as JPEG files hold them: BT.601 in full range
};

/// An encoder of libavcodec, and what it is told beside the size and the rate.
struct AvEncoding {
    const char* encoder; ///< its name, such as "libvpx-vp9"
    std::map<std::string, std::string> options{}; ///< in libavcodec's words
    ColorForm color = ColorForm::bt709;
    /// It never closes before it got a frame and was told that frames end, as SVT-AV1 does not.
    bool closes_after_end_only = false;
};

/// Why this system's libavcodec cannot use an encoder, with what would help; empty: it can.
std::string encoder_fault(const std::string& name);

/// An encoder of libavcodec, open, on the calling thread.
///
/// picture  of the kind and size that it will get
/// Throws   OutputError
av::Ptr<AVCodecContext> open_encoder(
    const AvEncoding& encoding, const AVFrame& picture, AVRational frame_rate);

/// Hands a frame over (null at the end) and appends the packets that became ready.
void encode(AVCodecContext& encoder, const AVFrame* frame, Packets& packets);

/// Encodes one picture by itself.
///
/// Returns  the bytes of a file of it
std::string encode_picture(const AvEncoding& encoding, AVFrame& picture);

/// Encodes each chunk by a fresh encoder of libavcodec.
class AvCoder final : public ChunkCoder {
public:
    AvCoder(AvEncoding encoding, std::unique_ptr<Picture> picture, int fps);
    ~AvCoder() override;
    AvCoder(const AvCoder&) = delete;
    AvCoder& operator=(const AvCoder&) = delete;

    void begin(int first_frame) override;
    void encode(const Pixels& pixels, const TileSet& changed, Packets& packets) override;
    void finish(Packets& packets) override;
    av::StreamFacts facts() const override { return av::facts_of(*encoder_); }

private:
    void end() noexcept;
    void place(Packets& packets, std::size_t from) const;

    AvEncoding encoding_;
    std::unique_ptr<Picture> picture_;
    AVRational frame_rate_;
    av::Ptr<AVCodecContext> encoder_;
    std::int64_t first_frame_ = 0, sent_ = 0;
    bool has_ended_ = false; ///< the encoder was told so
};

} // namespace thalweg::film
