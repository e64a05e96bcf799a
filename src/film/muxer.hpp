#pragma once

#include "core/atomic_file.hpp"
#include "film/av.hpp"
#include "film/encoder.hpp"

namespace thalweg {

/// Writes packets as an MP4 file: index at the front, times from 0, no edit list, the same bytes
/// every time.
class Mp4Muxer {
public:
    /// encoder  of any chunk of the film: they share what the file's header says
    Mp4Muxer(const std::filesystem::path& file, const AVCodecContext& encoder);
    ~Mp4Muxer();
    Mp4Muxer(const Mp4Muxer&) = delete;
    Mp4Muxer& operator=(const Mp4Muxer&) = delete;

    void write(Packets packets);
    /// Completes the file, reads it back, and lets it appear under its name.
    ///
    /// Throws OutputError where it does not hold one picture stream of `frames` frames
    void finish(int frames);

private:
    std::string doing() const { return "write " + file_.target().string(); }
    void check_io() const;
    void close();

    AtomicFile file_;
    AVFormatContext* format_ = nullptr;
    AVRational packet_time_base_;
};

} // namespace thalweg
