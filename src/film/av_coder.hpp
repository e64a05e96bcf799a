#pragma once

#include "film/chunked.hpp"
#include "film/picture.hpp"

#include <map>
#include <string>

namespace thalweg::film {

/// An encoder of libavcodec, and what it is told beside the size and the rate.
struct AvEncoding {
    const char* encoder; ///< its name, such as "libvpx-vp9"
    std::map<std::string, std::string> options{}; ///< in libavcodec's words
    bool is_rgb = false; ///< full range, no matrix; else BT.709 in limited range
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

/// Encodes each chunk by a fresh encoder of libavcodec.
class AvCoder final : public ChunkCoder {
public:
    AvCoder(AvEncoding encoding, std::unique_ptr<Picture> picture, int fps);

    void begin(int first_frame) override;
    void encode(const Pixels& pixels, const TileSet& changed, Packets& packets) override;
    void finish(Packets& packets) override;
    av::StreamFacts facts() const override { return av::facts_of(*encoder_); }

private:
    void place(Packets& packets, std::size_t from) const;

    AvEncoding encoding_;
    std::unique_ptr<Picture> picture_;
    AVRational frame_rate_;
    av::Ptr<AVCodecContext> encoder_;
    std::int64_t first_frame_ = 0, sent_ = 0;
};

} // namespace thalweg::film
