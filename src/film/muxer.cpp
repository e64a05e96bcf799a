#include "film/muxer.hpp"

#include "core/error.hpp"

#include <fmt/format.h>

namespace thalweg::film {

namespace {

/// libav reads "name:" at the start of a path as a protocol.
std::string url(const std::filesystem::path& path)
{
    return "file:" + path.string();
}

/// How many frames the only stream of an open file holds: as its index says, or else counted.
std::int64_t count_frames(AVFormatContext& format)
{
    if (format.nb_streams != 1 || format.streams[0]->codecpar->codec_type != AVMEDIA_TYPE_VIDEO)
        return 0;
    if (format.streams[0]->nb_frames > 0)
        return format.streams[0]->nb_frames;
    const av::Ptr<AVPacket> packet = av::make_packet();
    std::int64_t count = 0;
    for (; av_read_frame(&format, packet.get()) >= 0; av_packet_unref(packet.get()))
        ++count;
    return count;
}

/// Throws OutputError where a finished file is not what was meant.
void verify(const std::filesystem::path& path, int frames, const std::string& doing)
{
    AVFormatContext* format = nullptr;
    av::throw_if_failed(avformat_open_input(&format, url(path).c_str(), nullptr, nullptr), doing);
    const std::int64_t found = count_frames(*format);
    avformat_close_input(&format);
    if (found != frames)
        throw OutputError(doing, fmt::format("read back, it holds {} of {} frames", found, frames));
}

} // namespace

Muxer::Muxer(const std::filesystem::path& file, const char* format, const av::StreamFacts& stream,
    const std::vector<Option>& options)
    : file_(file)
    , packet_time_base_(stream.time_base)
{
    try {
        open(format, stream, options);
    } catch (...) {
        close();
        throw;
    }
}

Muxer::~Muxer()
{
    close();
}

void Muxer::open(
    const char* format, const av::StreamFacts& facts, const std::vector<Option>& options)
{
    const std::string path = url(file_.temporary());
    av::throw_if_failed(
        avformat_alloc_output_context2(&format_, nullptr, format, path.c_str()), doing());
    format_->flags |= AVFMT_FLAG_BITEXACT;
    AVStream* stream = av::throw_if_failed(avformat_new_stream(format_, nullptr), doing());
    av::throw_if_failed(avcodec_parameters_copy(stream->codecpar, facts.codec.get()), doing());
    stream->time_base = facts.time_base;
    stream->avg_frame_rate = facts.frame_rate;
    stream->sample_aspect_ratio = facts.codec->sample_aspect_ratio;
    av::throw_if_failed(avio_open(&format_->pb, path.c_str(), AVIO_FLAG_WRITE), doing());
    av::Dictionary dictionary;
    for (const auto& [key, value] : options)
        dictionary.set(key, value);
    av::throw_if_failed(avformat_write_header(format_, &dictionary), doing());
    dictionary.check_all_used(doing());
    check_io();
}

void Muxer::write(Packets packets)
{
    const AVRational time_base = format_->streams[0]->time_base;
    for (const av::Ptr<AVPacket>& packet : packets) {
        packet->stream_index = 0;
        av_packet_rescale_ts(packet.get(), packet_time_base_, time_base);
        av::throw_if_failed(av_write_frame(format_, packet.get()), doing());
    }
    check_io();
}

void Muxer::finish(int frames)
{
    av::throw_if_failed(av_write_trailer(format_), doing());
    check_io();
    av::throw_if_failed(avio_closep(&format_->pb), doing());
    verify(file_.temporary(), frames, doing());
    file_.commit();
}

void Muxer::check_io() const
{
    avio_flush(format_->pb);
    av::throw_if_failed(format_->pb->error, doing());
}

void Muxer::close()
{
    if (format_)
        avio_closep(&format_->pb);
    avformat_free_context(format_);
    format_ = nullptr;
}

} // namespace thalweg::film
