#include "film/h264.hpp"

#include "film/bgra_picture.hpp"
#include "film/chunks.hpp"
#include "film/encoder.hpp"
#include "film/yuv.hpp"

namespace thalweg::film {

namespace {

/// PictureKind  YuvPicture or BgraPicture: what tells which macroblocks are still
template <class PictureKind>
class H264Coder final : public ChunkCoder {
public:
    H264Coder(const EncoderOptions& options, PictureKind picture)
        : options_(options)
        , picture_(std::move(picture))
    {
    }

    void begin(int first_frame) override { encoder_.emplace(options_, first_frame); }
    void encode(const Pixels& pixels, const TileSet& changed, Packets& packets) override
    {
        picture_.update(pixels, changed);
        encoder_->encode(picture_.frame(), picture_.still(), packets);
    }
    void finish(Packets& packets) override { encoder_->finish(packets); }
    av::StreamFacts facts() const override { return encoder_->facts(); }

private:
    EncoderOptions options_;
    PictureKind picture_;
    std::optional<ChunkEncoder> encoder_;
};

} // namespace

std::unique_ptr<ChunkCoder> make_h264_coder(const FilmSpec& film, const VideoCoding& coding)
{
    const EncoderOptions options{.width = film.width,
        .height = film.height,
        .fps = film.fps,
        .longest_chunk = Chunks(film.frames, film.fps).longest(),
        .quality = coding.quality,
        .is_lossless = coding.codec == Codec::h264_lossless};
    if (options.is_lossless)
        return std::make_unique<H264Coder<BgraPicture>>(options, BgraPicture(film));
    return std::make_unique<H264Coder<YuvPicture>>(options, YuvPicture(film.width, film.height));
}

} // namespace thalweg::film
