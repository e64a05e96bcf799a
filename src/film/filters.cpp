#include "film/filters.hpp"

#include <fmt/format.h>

extern "C" {
#include <libavfilter/buffersink.h>
#include <libavfilter/buffersrc.h>
}

namespace thalweg::film {

namespace {
constexpr const char* kDoing = "filter pictures";
}

Filters::Filters(const std::string& description)
    : graph_(av::throw_if_failed(avfilter_graph_alloc(), kDoing))
{
    graph_->nb_threads = 1;
    AVFilterInOut* inputs = nullptr;
    AVFilterInOut* outputs = nullptr;
    const int code = avfilter_graph_parse2(graph_.get(), description.c_str(), &inputs, &outputs);
    avfilter_inout_free(&inputs);
    avfilter_inout_free(&outputs);
    av::throw_if_failed(code, kDoing);
    av::throw_if_failed(avfilter_graph_config(graph_.get(), nullptr), kDoing);
}

std::string Filters::source(const char* name, int width, int height)
{
    return fmt::format("buffer@{}=video_size={}x{}:pix_fmt=bgra:time_base=1/100:pixel_aspect=1/1",
        name, width, height);
}

void Filters::push(const char* source, AVFrame& frame)
{
    av::throw_if_failed(
        av_buffersrc_write_frame(find(std::string("buffer@") + source), &frame), kDoing);
}

void Filters::close(const char* source)
{
    av::throw_if_failed(
        av_buffersrc_write_frame(find(std::string("buffer@") + source), nullptr), kDoing);
}

av::Ptr<AVFrame> Filters::pull()
{
    av::Ptr<AVFrame> frame = av::make_frame();
    const int code = av_buffersink_get_frame(find("buffersink@out"), frame.get());
    if (code == AVERROR(EAGAIN) || code == AVERROR_EOF)
        return nullptr;
    av::throw_if_failed(code, kDoing);
    return frame;
}

AVFilterContext* Filters::find(const std::string& name) const
{
    return av::throw_if_failed(avfilter_graph_get_filter(graph_.get(), name.c_str()), kDoing);
}

} // namespace thalweg::film
