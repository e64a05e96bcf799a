#include "film/apng.hpp"

#include "core/atomic_file.hpp"
#include "film/animation.hpp"
#include "film/checks.hpp"
#include "film/png_format.hpp"

namespace thalweg::film {

namespace {

/// Where a patch stands, and for how long.
std::string frame_control(std::uint32_t sequence, const Patch& patch, int fps)
{
    std::string data = png::big_endian(sequence);
    for (const int number : {patch.pixels.width(), patch.pixels.height(), patch.x, patch.y})
        data += png::big_endian(static_cast<std::uint32_t>(number));
    data += png::big_endian_16(1) + png::big_endian_16(static_cast<std::uint32_t>(fps));
    data += '\0'; // it stays
    data += patch.leaves_transparent ? '\1' : '\0';
    return png::chunk("fcTL", data);
}

} // namespace

/// Source  W3C, PNG Specification (Third Edition), 2025, section 11.3.6, "Animation information"
void write_apng(
    const std::filesystem::path& file, const FilmSpec& film, int jobs, const Progress& progress)
{
    check_film(film, "write " + file.string(), Sides::any);
    AtomicFile out(file);
    out.write(png::beginning(film.width, film.height, Alpha::straight));
    constexpr std::uint32_t kForEver = 0;
    out.write(png::chunk("acTL",
        png::big_endian(static_cast<std::uint32_t>(film.frames)) + png::big_endian(kForEver)));
    // Control chunks and data share one count; the first frame's data, which viewers without
    // animation show, are not counted.
    const auto encode = [&](int k, const Patch& patch) {
        const std::string data = png::samples(patch.pixels, Alpha::straight);
        if (k == 0)
            return frame_control(0, patch, film.fps) + png::chunk("IDAT", data);
        const auto sequence = static_cast<std::uint32_t>(2 * k - 1);
        return frame_control(sequence, patch, film.fps)
            + png::chunk("fdAT", png::big_endian(sequence + 1) + data);
    };
    encode_patches(
        film, jobs, progress, encode, [&](const std::string& bytes) { out.write(bytes); });
    out.write(png::chunk("IEND", {}));
    out.commit();
}

} // namespace thalweg::film
