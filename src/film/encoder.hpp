#pragma once

#include "film/av.hpp"
#include "film/quality.hpp"

#include <vector>

namespace thalweg {

/// What every chunk's encoder of a film shares.
struct EncoderOptions {
    int width = 0, height = 0, fps = 0;
    int longest_chunk = 0; ///< frames
    Quality quality = Quality::standard;
};

using Packets = std::vector<av::Ptr<AVPacket>>;

/// Encodes one chunk as a closed group of pictures by H.264 High, on the calling thread.
///
/// Settings are pinned (one thread, no scene cuts, parameter sets that do not depend on the
/// pictures), so that packets of several encoders can follow each other in one stream, and the same
/// frames give the same bytes everywhere.
class ChunkEncoder {
public:
    /// first_frame  where the chunk begins in the film: time stamps count from the film's start
    ChunkEncoder(const EncoderOptions& options, int first_frame);

    /// Appends the packets that became ready.
    void encode(AVFrame& frame, Packets& packets);
    void finish(Packets& packets);

    const AVCodecContext& context() const { return *context_; }

private:
    void send(AVFrame* frame, Packets& packets);

    av::Ptr<AVCodecContext> context_;
    int first_frame_;
    std::int64_t sent_ = 0;
};

} // namespace thalweg
