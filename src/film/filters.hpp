#pragma once

#include "film/av.hpp"

namespace thalweg::film {

/// Passes pictures through a graph of libavfilter, on the calling thread.
class Filters {
public:
    /// description  in libavfilter's language; sources are named buffer@NAME, the sink is
    /// buffersink@out
    explicit Filters(const std::string& description);

    /// A source of B, G, R, A pictures as the description names it; time counts hundredths of a
    /// second.
    static std::string source(const char* name, int width, int height);

    /// Hands a picture over; it may be kept, so a later one needs its own room.
    void push(const char* source, AVFrame& frame);
    /// Says that no more pictures come from a source.
    void close(const char* source);
    /// The next picture that is ready, or null.
    av::Ptr<AVFrame> pull();

private:
    AVFilterContext* find(const std::string& name) const;

    av::Ptr<AVFilterGraph> graph_;
};

} // namespace thalweg::film
