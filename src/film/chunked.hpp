#pragma once

#include "film/frame_source.hpp"
#include "film/muxer.hpp"
#include "film/progress.hpp"

#include <filesystem>

namespace thalweg::film {

/// One thread's means to encode a film's chunks, one after another, none of which knows of another.
class ChunkCoder {
public:
    virtual ~ChunkCoder() = default;

    /// first_frame  where the chunk begins in the film: time stamps count from the film's start
    virtual void begin(int first_frame) = 0;
    /// Appends the packets that became ready.
    ///
    /// changed  tiles that differ from the picture encoded before, of whichever chunk
    virtual void encode(const Pixels& pixels, const TileSet& changed, Packets& packets) = 0;
    /// Ends the chunk.
    virtual void finish(Packets& packets) = 0;

    /// What a container says of the stream, after the first `begin`.
    virtual av::StreamFacts facts() const = 0;
};

struct Container {
    const char* name; ///< libav's
    std::vector<Muxer::Option> options{};
};

/// Writes a film whose chunks are encoded by themselves and follow each other in one stream.
///
/// make_coder  called once on each thread, and once more for the facts
/// Throws      OutputError, Interrupted; no file is left then
void write_chunked(const std::filesystem::path& file, const FilmSpec& film,
    const Container& container, const std::function<std::unique_ptr<ChunkCoder>()>& make_coder,
    int jobs, const Progress& progress);

} // namespace thalweg::film
