#include "film/png_format.hpp"

#include "core/error.hpp"
#include "film/straight.hpp"

#include <libdeflate.h>

namespace thalweg::film::png {

namespace {

/// Above it pictures of this kind get hardly smaller, only slower.
constexpr int kCompressionLevel = 6;

/// Each row begins with its filter, 0 for none. Flat colours need none.
std::string scanlines(const Pixels& pixels, Alpha alpha)
{
    const std::size_t samples = alpha == Alpha::none ? 3 : 4;
    std::string bytes;
    bytes.reserve((1 + samples * static_cast<std::size_t>(pixels.width()))
        * static_cast<std::size_t>(pixels.height()));
    for (int y = 0; y < pixels.height(); ++y) {
        bytes += '\0';
        for (const std::uint32_t drawn : pixels.row(y)) {
            const std::uint32_t pixel = alpha == Alpha::premultiplied ? straight(drawn, 0) : drawn;
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

} // namespace

std::string big_endian(std::uint32_t number)
{
    return big_endian_16(number >> 16) + big_endian_16(number);
}

std::string big_endian_16(std::uint32_t number)
{
    return {static_cast<char>(number >> 8), static_cast<char>(number)};
}

std::string chunk(std::string_view type, std::string_view data)
{
    std::string body(type);
    body += data;
    const std::uint32_t sum = libdeflate_crc32(0, body.data(), body.size());
    return big_endian(static_cast<std::uint32_t>(data.size())) + body + big_endian(sum);
}

std::string beginning(int width, int height, Alpha alpha)
{
    constexpr std::string_view kRgb8("\x08\x02\0\0\0", 5), kRgba8("\x08\x06\0\0\0", 5);
    constexpr std::string_view kRelativeColorimetric("\1", 1);
    const std::string header = big_endian(static_cast<std::uint32_t>(width))
                                   .append(big_endian(static_cast<std::uint32_t>(height)))
                                   .append(alpha == Alpha::none ? kRgb8 : kRgba8);
    return "\x89PNG\r\n\x1a\n" + chunk("IHDR", header) + chunk("sRGB", kRelativeColorimetric);
}

std::string samples(const Pixels& pixels, Alpha alpha)
{
    return compress(scanlines(pixels, alpha));
}

} // namespace thalweg::film::png
