#include "film/muxer.hpp"

#include "core/error.hpp"

#include <fmt/format.h>

namespace thalweg {

namespace {

/// libav reads "name:" at the start of a path as a protocol.
std::string url(const std::filesystem::path& path)
{
    return "file:" + path.string();
}

/// Throws OutputError where a finished file is not what was meant.
void verify(const std::filesystem::path& path, int frames, const std::string& doing)
{
    AVFormatContext* format = nullptr;
    av::check(avformat_open_input(&format, url(path).c_str(), nullptr, nullptr), doing);
    const bool has_picture
        = format->nb_streams == 1 && format->streams[0]->codecpar->codec_type == AVMEDIA_TYPE_VIDEO;
    const std::int64_t found = has_picture ? format->streams[0]->nb_frames : 0;
    avformat_close_input(&format);
    if (found != frames)
        throw OutputError(doing, fmt::format("read back, it holds {} of {} frames", found, frames));
}

} // namespace

Mp4Muxer::Mp4Muxer(const std::filesystem::path& file, const AVCodecContext& encoder)
    : file_(file)
    , packet_time_base_(encoder.time_base)
{
    const std::string path = url(file_.temporary());
    try {
        av::check(avformat_alloc_output_context2(&format_, nullptr, "mp4", path.c_str()), doing());
        format_->flags |= AVFMT_FLAG_BITEXACT;
        AVStream* stream = av::check(avformat_new_stream(format_, nullptr), doing());
        av::check(avcodec_parameters_from_context(stream->codecpar, &encoder), doing());
        stream->time_base = encoder.time_base;
        stream->avg_frame_rate = encoder.framerate;
        stream->sample_aspect_ratio = encoder.sample_aspect_ratio;
        av::check(avio_open(&format_->pb, path.c_str(), AVIO_FLAG_WRITE), doing());
        av::Dictionary options;
        options.set("movflags", "+faststart+negative_cts_offsets");
        options.set("use_editlist", 0);
        av::check(avformat_write_header(format_, &options), doing());
        options.check_all_used(doing());
        check_io();
    } catch (...) {
        close();
        throw;
    }
}

Mp4Muxer::~Mp4Muxer()
{
    close();
}

void Mp4Muxer::write(Packets packets)
{
    AVStream* stream = format_->streams[0];
    for (const av::Ptr<AVPacket>& packet : packets) {
        packet->stream_index = 0;
        av_packet_rescale_ts(packet.get(), packet_time_base_, stream->time_base);
        av::check(av_write_frame(format_, packet.get()), doing());
    }
    check_io();
}

void Mp4Muxer::finish(int frames)
{
    av::check(av_write_trailer(format_), doing());
    check_io();
    av::check(avio_closep(&format_->pb), doing());
    verify(file_.temporary(), frames, doing());
    file_.commit();
}

void Mp4Muxer::check_io() const
{
    avio_flush(format_->pb);
    av::check(format_->pb->error, doing());
}

void Mp4Muxer::close()
{
    if (format_)
        avio_closep(&format_->pb);
    avformat_free_context(format_);
    format_ = nullptr;
}

} // namespace thalweg
