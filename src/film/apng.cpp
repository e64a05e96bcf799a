#include "film/apng.hpp"

#include "core/atomic_file.hpp"
#include "film/animation.hpp"
#include "film/checks.hpp"
#include "film/png_format.hpp"

namespace thalweg::film {

namespace {

/// Where a frame stands, and for how long.
std::string frame_control(std::uint32_t sequence, const PixelRect& part, int fps)
{
    std::string data = png::big_endian(sequence);
    for (const int number : {part.width, part.height, part.x, part.y})
        data += png::big_endian(static_cast<std::uint32_t>(number));
    data += png::big_endian_16(1) + png::big_endian_16(static_cast<std::uint32_t>(fps));
    constexpr std::string_view kStaysAndReplaces("\0\0", 2);
    return png::chunk("fcTL", data.append(kStaysAndReplaces));
}

} // namespace

/// Source  W3C, PNG Specification (Third Edition), 2025, section 11.3.6, "Animation information"
void write_apng(
    const std::filesystem::path& file, const FilmSpec& film, int jobs, const Progress& progress)
{
    check_film(film, "write " + file.string(), Sides::any);
    const Alpha alpha = alpha_of(film);
    AtomicFile out(file);
    out.write(png::beginning(film.width, film.height, alpha));
    constexpr std::uint32_t kForEver = 0;
    out.write(png::chunk("acTL",
        png::big_endian(static_cast<std::uint32_t>(film.frames)) + png::big_endian(kForEver)));
    // Control chunks and data share one count; the first frame's data, which viewers without
    // animation show, are not counted.
    const auto encode = [&](int k, const Pixels& pixels, const PixelRect& part) {
        const std::string data = png::samples(pixels, part, alpha);
        if (k == 0)
            return frame_control(0, part, film.fps) + png::chunk("IDAT", data);
        const auto sequence = static_cast<std::uint32_t>(2 * k - 1);
        return frame_control(sequence, part, film.fps)
            + png::chunk("fdAT", png::big_endian(sequence + 1) + data);
    };
    encode_changes(
        film, jobs, progress, encode, [&](const std::string& bytes) { out.write(bytes); });
    out.write(png::chunk("IEND", {}));
    out.commit();
}

} // namespace thalweg::film
