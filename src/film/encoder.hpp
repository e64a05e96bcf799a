#pragma once

#include "film/av.hpp"
#include "film/macroblocks.hpp"
#include "film/quality.hpp"

struct x264_t;
struct x264_picture_t;

namespace thalweg::film {

/// What every chunk's encoder of a film shares.
struct EncoderOptions {
    int width = 0, height = 0, fps = 0;
    int longest_chunk = 0; ///< frames
    Quality quality = Quality::standard;
    bool is_lossless = false; ///< takes B, G, R, 0 in place of YUV 4:2:0, and keeps every bit
};

/// Encodes one chunk as a closed group of pictures by H.264 (High, or High 4:4:4 Predictive where
/// it is lossless), on the calling thread.
///
/// Settings are pinned (one thread, no scene cuts, parameter sets that do not depend on the
/// pictures), so that packets of several encoders can follow each other in one stream, and the same
/// frames give the same bytes everywhere. A picture that comes to rest is coded anew, finer than
/// moving ones.
class ChunkEncoder {
public:
    /// first_frame  where the chunk begins in the film: time stamps count from the film's start
    ChunkEncoder(const EncoderOptions& options, int first_frame);

    /// Appends the packets that became ready. The picture may change afterwards.
    ///
    /// still  the macroblocks that are the same as in the frame before, to the last bit; without
    /// meaning for the first frame
    void encode(const AVFrame& picture, const Macroblocks& still, Packets& packets);
    void finish(Packets& packets);

    /// What a container says of the stream.
    av::StreamFacts facts() const;

private:
    struct Close {
        void operator()(x264_t* encoder) const noexcept;
    };
    void send(x264_picture_t* picture, Packets& packets);

    EncoderOptions options_;
    std::unique_ptr<x264_t, Close> encoder_;
    int first_frame_;
    std::int64_t sent_ = 0;
    bool is_fine_ = false; ///< the last frame is as fine as a resting one
};

} // namespace thalweg::film
