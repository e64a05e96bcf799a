#include "film/still.hpp"

#include "core/atomic_file.hpp"
#include "film/av_coder.hpp"
#include "film/checks.hpp"
#include "film/straight.hpp"
#include "film/webp.hpp"
#include "film/yuv444.hpp"

namespace thalweg::film {

namespace {

constexpr const char* kJpegEncoder = "mjpeg";

std::string encode_jpeg(const FilmSpec& film, const Pixels& pixels)
{
    constexpr int kQuantizer = 2; // the finest but one; flat colours come back within 2 levels
    Yuv444Picture picture(film, AV_PIX_FMT_YUVJ444P, kJfif);
    picture.update(pixels, {});
    picture.frame().quality = kQuantizer * FF_QP2LAMBDA;
    return encode_picture({.encoder = kJpegEncoder,
                              .options = {{"flags", "+qscale"}, {"huffman", "optimal"},
                                  {"global_quality", std::to_string(picture.frame().quality)}},
                              .color = ColorForm::jfif},
        picture.frame());
}

Pixels with_straight_alpha(const FilmSpec& film, Pixels pixels)
{
    for (int y = 0; y < pixels.height(); ++y)
        for (std::uint32_t& pixel : pixels.row(y))
            pixel = film.beneath ? straight(pixel, 0) : pixel | 0xff000000U;
    return pixels;
}

} // namespace

void write_still(const std::filesystem::path& file, const FilmSpec& film, int k, StillCodec codec)
{
    check_film(film, "write " + file.string(), Sides::any);
    av::silence_logging();
    TileSet changed(film.width, film.height);
    const std::unique_ptr<FrameSource> source = film.source();
    const Pixels& pixels = source->draw(k, changed);
    AtomicFile out(file);
    out.write(codec == StillCodec::jpeg ? encode_jpeg(film, pixels)
                                        : encode_webp(with_straight_alpha(film, pixels)));
    out.commit();
}

std::string still_fault(StillCodec codec)
{
    return encoder_fault(codec == StillCodec::jpeg ? kJpegEncoder : kWebpEncoder);
}

} // namespace thalweg::film
