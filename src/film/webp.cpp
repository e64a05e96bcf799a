#include "film/webp.hpp"

#include "core/atomic_file.hpp"
#include "core/error.hpp"
#include "film/animation.hpp"
#include "film/av_coder.hpp"
#include "film/bgra.hpp"
#include "film/checks.hpp"

#include <algorithm>
#include <limits>

namespace thalweg::film {

namespace {

/// A number of some bytes, least significant byte first.
std::string little_endian(std::uint32_t number, int bytes)
{
    std::string text;
    for (int i = 0; i < bytes; ++i)
        text += static_cast<char>(number >> 8 * i);
    return text;
}

std::string little_endian_24(int number)
{
    return little_endian(static_cast<std::uint32_t>(number), 3);
}

/// A type of four letters, a length and data, which an even number of bytes ends.
std::string chunk(std::string_view type, std::string_view data)
{
    std::string bytes(type);
    bytes += little_endian(static_cast<std::uint32_t>(data.size()), 4);
    bytes += data;
    if (data.size() % 2 != 0)
        bytes += '\0';
    return bytes;
}

constexpr std::size_t kRiffHeader = 12; ///< "RIFF", length, "WEBP"

/// Its length is not known before the end.
std::string beginning(const FilmSpec& film)
{
    constexpr char kAnimated = 0x02, kHasAlpha = 0x10;
    const std::string kind{static_cast<char>(kAnimated | (film.beneath ? kHasAlpha : 0)), 0, 0, 0};
    constexpr std::string_view kTransparentGroundForEver("\0\0\0\0\0\0", 6);
    return "RIFF" + little_endian(0, 4) + "WEBP"
        + chunk("VP8X", kind + little_endian_24(film.width - 1) + little_endian_24(film.height - 1))
        + chunk("ANIM", kTransparentGroundForEver);
}

std::int64_t begin_ms(int k, int fps)
{
    return (std::int64_t{1000} * k + fps / 2) / fps;
}

std::string frame(int k, const Patch& patch, int fps)
{
    constexpr char kBlends = 0x00, kReplaces = 0x02;
    std::string data;
    for (const int number :
        {patch.x / 2, patch.y / 2, patch.pixels.width() - 1, patch.pixels.height() - 1})
        data += little_endian_24(number);
    data += little_endian_24(static_cast<int>(begin_ms(k + 1, fps) - begin_ms(k, fps)));
    data += patch.leaves_transparent ? kBlends : kReplaces;
    return chunk("ANMF", data.append(encode_webp(patch.pixels), kRiffHeader));
}

void write_length(AtomicFile& out)
{
    if (out.size() > std::numeric_limits<std::uint32_t>::max())
        throw OutputError("write " + out.target().string(), "a WebP holds at most 4 GB");
    const std::string length = little_endian(static_cast<std::uint32_t>(out.size() - 8), 4);
    out.write_at(4, std::as_bytes(std::span(length)));
}

} // namespace

std::string encode_webp(const Pixels& pixels)
{
    const av::Ptr<AVFrame> picture
        = av::make_frame(pixels.width(), pixels.height(), AV_PIX_FMT_BGRA);
    for (int y = 0; y < pixels.height(); ++y)
        std::ranges::copy(pixels.row(y), bgra_row(*picture, y).begin());
    // More effort than 3 makes a film a few percent smaller, in twice the time.
    return encode_picture({.encoder = kWebpEncoder,
                              .options = {{"lossless", "1"}, {"compression_level", "3"}},
                              .color = ColorForm::rgb},
        *picture);
}

/// Source  Google, WebP Container Specification (RFC 9649), section 2.7, "Extended File Format"
void write_webp(
    const std::filesystem::path& file, const FilmSpec& film, int jobs, const Progress& progress)
{
    check_film(film, "write " + file.string(), Sides::any);
    av::silence_logging();
    AtomicFile out(file);
    out.write(beginning(film));
    encode_patches(
        film, jobs, progress, [&](int k, const Patch& patch) { return frame(k, patch, film.fps); },
        [&](const std::string& bytes) { out.write(bytes); });
    write_length(out);
    out.commit();
}

} // namespace thalweg::film
