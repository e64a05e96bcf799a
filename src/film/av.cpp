#include "film/av.hpp"

#include "core/error.hpp"

#include <algorithm>
#include <array>

extern "C" {
#include <libavutil/error.h>
#include <libavutil/log.h>
}

namespace thalweg::film::av {

int throw_if_failed(int code, const std::string& doing)
{
    if (code >= 0)
        return code;
    std::array<char, AV_ERROR_MAX_STRING_SIZE> reason{};
    av_strerror(code, reason.data(), reason.size());
    throw OutputError(doing, reason.data());
}

Ptr<AVFrame> make_frame()
{
    return Ptr<AVFrame>(throw_if_failed(av_frame_alloc(), "make room for a frame"));
}

Ptr<AVFrame> make_frame(int width, int height, AVPixelFormat format)
{
    Ptr<AVFrame> frame = make_frame();
    frame->width = width;
    frame->height = height;
    frame->format = format;
    throw_if_failed(av_frame_get_buffer(frame.get(), 0), "make room for a frame");
    return frame;
}

Ptr<AVPacket> make_packet()
{
    return Ptr<AVPacket>(throw_if_failed(av_packet_alloc(), "make room for a packet"));
}

Ptr<AVCodecParameters> make_parameters()
{
    return Ptr<AVCodecParameters>(throw_if_failed(avcodec_parameters_alloc(), "describe a stream"));
}

void StreamFacts::set_extradata(std::span<const std::uint8_t> bytes)
{
    void* room = av_mallocz(bytes.size() + AV_INPUT_BUFFER_PADDING_SIZE);
    codec->extradata = static_cast<std::uint8_t*>(throw_if_failed(room, "describe a stream"));
    codec->extradata_size = static_cast<int>(bytes.size());
    std::ranges::copy(bytes, codec->extradata);
}

StreamFacts facts_of(const AVCodecContext& encoder)
{
    StreamFacts facts;
    throw_if_failed(
        avcodec_parameters_from_context(facts.codec.get(), &encoder), "describe a stream");
    facts.time_base = encoder.time_base;
    facts.frame_rate = encoder.framerate;
    return facts;
}

void Dictionary::set(const char* key, const std::string& value)
{
    throw_if_failed(av_dict_set(&entries_, key, value.c_str(), 0), "set an option");
}

void Dictionary::check_all_used(const std::string& doing) const
{
    if (const AVDictionaryEntry* entry = av_dict_get(entries_, "", nullptr, AV_DICT_IGNORE_SUFFIX))
        throw OutputError(doing, std::string("unknown option ") + entry->key);
}

void silence_logging()
{
    av_log_set_level(AV_LOG_QUIET);
}

} // namespace thalweg::film::av
