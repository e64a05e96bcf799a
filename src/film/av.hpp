#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavfilter/avfilter.h>
#include <libavformat/avformat.h>
#include <libavutil/dict.h>
#include <libavutil/frame.h>
}

namespace thalweg::film::av {

/// Frees any libav object that this program owns.
struct Free {
    void operator()(AVFrame* p) const noexcept { av_frame_free(&p); }
    void operator()(AVPacket* p) const noexcept { av_packet_free(&p); }
    void operator()(AVCodecContext* p) const noexcept { avcodec_free_context(&p); }
    void operator()(AVCodecParameters* p) const noexcept { avcodec_parameters_free(&p); }
    void operator()(AVFilterGraph* p) const noexcept { avfilter_graph_free(&p); }
};
template <class T>
using Ptr = std::unique_ptr<T, Free>;

/// Returns `code`, or throws OutputError "could not <doing>: <libav's reason>" where it is
/// negative.
int throw_if_failed(int code, const std::string& doing);

/// Returns `pointer`, or throws OutputError "could not <doing>: out of memory or not available"
/// where it is null.
template <class T>
T* throw_if_failed(T* pointer, const std::string& doing)
{
    if (!pointer)
        throw_if_failed(AVERROR(ENOMEM), doing);
    return pointer;
}

/// An empty frame, with room for a picture where a format is given.
Ptr<AVFrame> make_frame();
Ptr<AVFrame> make_frame(int width, int height, AVPixelFormat format);
Ptr<AVPacket> make_packet();
Ptr<AVCodecParameters> make_parameters();

/// Options for a libav call that takes what it knows and leaves the rest.
class Dictionary {
public:
    Dictionary() = default;
    ~Dictionary() { av_dict_free(&entries_); }
    Dictionary(const Dictionary&) = delete;
    Dictionary& operator=(const Dictionary&) = delete;

    void set(const char* key, const std::string& value);
    void set(const char* key, int value) { set(key, std::to_string(value)); }
    AVDictionary** operator&() { return &entries_; }
    /// Throws OutputError where an option was left over: the library does not know it.
    void check_all_used(const std::string& doing) const;

private:
    AVDictionary* entries_ = nullptr;
};

/// What a container says of a video stream.
struct StreamFacts {
    Ptr<AVCodecParameters> codec = make_parameters();
    AVRational time_base{}; ///< of the packets
    AVRational frame_rate{};

    /// Headers that stand before the first packet.
    void set_extradata(std::span<const std::uint8_t> bytes);
};

/// What an opened encoder of libavcodec makes.
StreamFacts facts_of(const AVCodecContext& encoder);

/// From now on libav writes nothing to the user's terminal: errors come as exceptions.
void silence_logging();

} // namespace thalweg::film::av

namespace thalweg::film {

using Packets = std::vector<av::Ptr<AVPacket>>;

} // namespace thalweg::film
