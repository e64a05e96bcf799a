#include "film/png.hpp"

#include "core/atomic_file.hpp"
#include "film/checks.hpp"
#include "film/frame_name.hpp"
#include "film/in_order.hpp"

namespace thalweg::film {

void write_png(const std::filesystem::path& file, const Pixels& pixels, Alpha alpha)
{
    AtomicFile out(file);
    out.write(png::beginning(pixels.width(), pixels.height(), alpha));
    out.write(png::chunk("IDAT", png::samples(pixels, alpha)));
    out.write(png::chunk("IEND", {}));
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
