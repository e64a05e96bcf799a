#include "film/mp4.hpp"

#include "film/checks.hpp"
#include "film/chunks.hpp"
#include "film/in_order.hpp"
#include "film/muxer.hpp"
#include "film/yuv.hpp"

namespace thalweg::film {

namespace {

/// One thread's means to make chunks: each from a fresh encoder, so that none knows of another.
class ChunkMaker {
public:
    ChunkMaker(const FilmSpec& film, const EncoderOptions& options, const Chunks& chunks,
        FrameCounter& counter)
        : options_(options)
        , chunks_(chunks)
        , counter_(counter)
        , source_(film.source())
        , changed_(film.width, film.height)
        , picture_(film.width, film.height)
    {
    }

    Packets make(int chunk)
    {
        Packets packets;
        ChunkEncoder encoder(options_, chunks_.begin(chunk));
        for (int k = chunks_.begin(chunk); k < chunks_.begin(chunk + 1); ++k) {
            check_interrupt();
            changed_.clear();
            const Pixels& pixels = source_->draw(k, changed_);
            picture_.update(pixels, changed_);
            encoder.encode(picture_.frame(), picture_.still(), packets);
            counter_.count_one();
        }
        encoder.finish(packets);
        return packets;
    }

private:
    const EncoderOptions& options_;
    const Chunks& chunks_;
    FrameCounter& counter_;
    std::unique_ptr<FrameSource> source_;
    TileSet changed_;
    YuvPicture picture_;
};

} // namespace

void write_mp4(const std::filesystem::path& file, const FilmSpec& film, Quality quality, int jobs,
    const Progress& progress)
{
    check_film(film, "write " + file.string(), Sides::even);
    av::silence_logging();
    const Chunks chunks(film.frames, film.fps);
    const EncoderOptions options{.width = film.width,
        .height = film.height,
        .fps = film.fps,
        .longest_chunk = chunks.longest(),
        .quality = quality};
    Muxer muxer(file, "mp4", ChunkEncoder(options, 0).facts(),
        {{"movflags", "+faststart"}, {"use_editlist", "0"}});
    FrameCounter counter(progress, film.frames);
    using Work = InOrder<Packets>;
    const auto maker = [&]() -> Work::Make {
        auto chunk_maker = std::make_shared<ChunkMaker>(film, options, chunks, counter);
        return [chunk_maker](int chunk) { return chunk_maker->make(chunk); };
    };
    Work::run(chunks.count(), jobs, maker,
        [&](int, Packets packets) { muxer.write(std::move(packets)); });
    muxer.finish(film.frames);
}

} // namespace thalweg::film
