#include "film/png.hpp"

#include "core/atomic_file.hpp"
#include "core/error.hpp"
#include "film/checks.hpp"
#include "film/frame_name.hpp"
#include "film/in_order.hpp"
#include "film/straight.hpp"

#include <libdeflate.h>

namespace thalweg::film {

namespace {

/// Above it pictures of this kind get hardly smaller, only slower.
constexpr int kCompressionLevel = 6;

/// Most significant byte first.
std::string big_endian(std::uint32_t number)
{
    std::string bytes;
    for (const int shift : {24, 16, 8, 0})
        bytes += static_cast<char>(number >> shift);
    return bytes;
}

/// A length, a type of four letters, data, and a check sum of the last two.
std::string chunk(std::string_view type, std::string_view data)
{
    std::string body(type);
    body += data;
    const std::uint32_t sum = libdeflate_crc32(0, body.data(), body.size());
    return big_endian(static_cast<std::uint32_t>(data.size())) + body + big_endian(sum);
}

std::string header(const Pixels& pixels, Alpha alpha)
{
    // 8 bits, colours without or with alpha, not interlaced.
    constexpr std::string_view kRgb8("\x08\x02\0\0\0", 5), kRgba8("\x08\x06\0\0\0", 5);
    return big_endian(static_cast<std::uint32_t>(pixels.width()))
        .append(big_endian(static_cast<std::uint32_t>(pixels.height())))
        .append(alpha == Alpha::none ? kRgb8 : kRgba8);
}

/// R, G, B (and straight alpha) of each pixel; each row begins with its filter, 0 for none. Flat
/// colours need none.
std::string scanlines(const Pixels& pixels, Alpha alpha)
{
    const std::size_t samples = alpha == Alpha::none ? 3 : 4;
    std::string bytes;
    bytes.reserve((1 + samples * static_cast<std::size_t>(pixels.width()))
        * static_cast<std::size_t>(pixels.height()));
    for (int y = 0; y < pixels.height(); ++y) {
        bytes += '\0';
        for (const std::uint32_t drawn : pixels.row(y)) {
            const std::uint32_t pixel = alpha == Alpha::none ? drawn : straight(drawn, 0);
            for (const int shift : {16, 8, 0})
                bytes += static_cast<char>(pixel >> shift);
            if (alpha != Alpha::none)
                bytes += static_cast<char>(pixel >> 24);
        }
    }
    return bytes;
}

std::string compress(std::string_view bytes)
{
    const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
        libdeflate_alloc_compressor(kCompressionLevel), &libdeflate_free_compressor);
    if (!compressor)
        throw OutputError("encode a PNG", "out of memory");
    std::string packed(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
    packed.resize(libdeflate_zlib_compress(
        compressor.get(), bytes.data(), bytes.size(), packed.data(), packed.size()));
    return packed;
}

Alpha alpha_of(const FilmSpec& film)
{
    return film.beneath ? Alpha::premultiplied : Alpha::none;
}

} // namespace

/// Source  W3C, Portable Network Graphics (PNG) Specification (Second Edition), 2003, sections 5,
/// 9, 11
void write_png(const std::filesystem::path& file, const Pixels& pixels, Alpha alpha)
{
    constexpr std::string_view kSignature = "\x89PNG\r\n\x1a\n";
    constexpr std::string_view kRelativeColorimetric("\1", 1);
    AtomicFile out(file);
    out.write(kSignature);
    out.write(chunk("IHDR", header(pixels, alpha)));
    out.write(chunk("sRGB", kRelativeColorimetric));
    out.write(chunk("IDAT", compress(scanlines(pixels, alpha))));
    out.write(chunk("IEND", {}));
    out.commit();
}

void write_png_frame(const std::filesystem::path& file, const FilmSpec& film, int k)
{
    check_film(film, "write " + file.string(), Sides::any);
    TileSet changed(film.width, film.height);
    write_png(file, film.source()->draw(k, changed), alpha_of(film));
}

void write_png_sequence(
    const std::filesystem::path& pattern, const FilmSpec& film, int jobs, const Progress& progress)
{
    check_film(film, "write " + pattern.string(), Sides::any);
    FrameCounter counter(progress, film.frames);
    struct Written { };
    using Work = InOrder<Written>;
    const auto maker = [&]() -> Work::Make {
        std::shared_ptr<FrameSource> source = film.source();
        return [&, source](int k) {
            TileSet changed(film.width, film.height);
            const std::string name = frame_name(pattern.filename().string(), k);
            write_png(pattern.parent_path() / name, source->draw(k, changed), alpha_of(film));
            counter.count_one();
            return Written{};
        };
    };
    Work::run(film.frames, jobs, maker, [](int, Written) {});
}

} // namespace thalweg::film
