#include "film/codecs.hpp"
#include "output/film_output.hpp"
#include "output/kinds.hpp"

#include <fmt/format.h>

namespace thalweg::output {

namespace {

class Gif final : public FilmOutput {
public:
    using FilmOutput::FilmOutput;

    std::string_view kind() const override { return "gif"; }

    void write(const Production& production, const std::filesystem::path& target,
        const WriteOptions& options) const override
    {
        film::codecs().write_gif(
            target, film(production, options.jobs), jobs(options), options.progress);
    }

private:
    film::Footprint footprint() const override { return film::kGifFootprint; }
};

} // namespace

OutputPtr make_gif(Options& options, const ReadContext&)
{
    const FileName file = read_file_name(options);
    const PixelSize size = read_pixel_size(options, kAnimationSize, Parity::any);
    const int fps = options.integer("fps", kAnimationFps, {.min = 1, .max = 50},
        "frames a second: 50, 25, 20, 10, 5, 4, 2 or 1, which GIF can tell exactly");
    if (!film::is_gif_rate(fps))
        options.refuse("fps",
            fmt::format("fps of a GIF must be 50, 25, 20, 10, 5, 4, 2 or 1, not {}: its delays are "
                        "whole hundredths of a second",
                fps));
    return std::make_shared<Gif>(file, size, fps);
}

} // namespace thalweg::output
