#include "film/chunked.hpp"

#include "film/chunks.hpp"
#include "film/in_order.hpp"

namespace thalweg::film {

namespace {

/// Draws and encodes chunks, on one thread.
class ChunkMaker {
public:
    ChunkMaker(const FilmSpec& film, std::unique_ptr<ChunkCoder> coder, const Chunks& chunks,
        FrameCounter& counter)
        : chunks_(chunks)
        , counter_(counter)
        , source_(film.source())
        , changed_(film.width, film.height)
        , coder_(std::move(coder))
    {
    }

    Packets make(int chunk)
    {
        Packets packets;
        coder_->begin(chunks_.begin(chunk));
        for (int k = chunks_.begin(chunk); k < chunks_.begin(chunk + 1); ++k) {
            check_interrupt();
            changed_.clear();
            const Pixels& pixels = source_->draw(k, changed_);
            coder_->encode(pixels, changed_, packets);
            counter_.count_one();
        }
        coder_->finish(packets);
        return packets;
    }

private:
    const Chunks& chunks_;
    FrameCounter& counter_;
    std::unique_ptr<FrameSource> source_;
    TileSet changed_;
    std::unique_ptr<ChunkCoder> coder_;
};

} // namespace

void write_chunked(const std::filesystem::path& file, const FilmSpec& film,
    const Container& container, const std::function<std::unique_ptr<ChunkCoder>()>& make_coder,
    int jobs, const Progress& progress)
{
    const Chunks chunks(film.frames, film.fps);
    const auto facts_of_stream = [&] {
        const std::unique_ptr<ChunkCoder> coder = make_coder();
        coder->begin(0);
        return coder->facts();
    };
    Muxer muxer(file, container.name, facts_of_stream(), container.options);
    FrameCounter counter(progress, film.frames);
    using Work = InOrder<Packets>;
    const auto maker = [&]() -> Work::Make {
        auto chunk_maker = std::make_shared<ChunkMaker>(film, make_coder(), chunks, counter);
        return [chunk_maker](int chunk) { return chunk_maker->make(chunk); };
    };
    Work::run(chunks.count(), jobs, maker,
        [&](int, Packets packets) { muxer.write(std::move(packets)); });
    muxer.finish(film.frames);
}

} // namespace thalweg::film
