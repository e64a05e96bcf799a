#pragma once

#include "core/atomic_file.hpp"
#include "film/av.hpp"

#include <string>

namespace thalweg::film {

/// Writes packets as a file of one picture stream, the same bytes every time.
class Muxer {
public:
    struct Option {
        const char* key;
        std::string value;
    };

    /// format   libav's name of it: "mp4", "gif"
    /// stream   what the encoder of the packets says of them
    /// options  of the format, in libav's words
    Muxer(const std::filesystem::path& file, const char* format, const av::StreamFacts& stream,
        const std::vector<Option>& options);
    ~Muxer();
    Muxer(const Muxer&) = delete;
    Muxer& operator=(const Muxer&) = delete;

    void write(Packets packets);
    /// Completes the file, reads it back, and lets it appear under its name.
    ///
    /// Throws OutputError where it does not hold one picture stream of `frames` frames
    void finish(int frames);

private:
    void open(
        const char* format, const av::StreamFacts& stream, const std::vector<Option>& options);
    std::string doing() const { return "write " + file_.target().string(); }
    void check_io() const;
    void close();

    AtomicFile file_;
    AVFormatContext* format_ = nullptr;
    AVRational packet_time_base_;
};

} // namespace thalweg::film
