#include "film/png.hpp"

#include "film/frame_name.hpp"
#include "output/film_output.hpp"
#include "output/kinds.hpp"
#include "output/still_output.hpp"

#include <fmt/format.h>

namespace thalweg::output {

namespace {

class Png final : public StillOutput {
public:
    using StillOutput::StillOutput;

    std::string_view kind() const override { return "png"; }

    void write(const Production& production, const std::filesystem::path& target,
        const WriteOptions& options) const override
    {
        film::write_png_frame(target, frame(production, options), 0);
    }
};

class PngSequence final : public FilmOutput {
public:
    using FilmOutput::FilmOutput;

    std::string_view kind() const override { return "png-sequence"; }

    void write(const Production& production, const std::filesystem::path& target,
        const WriteOptions& options) const override
    {
        film::write_png_sequence(
            target, film(production, options.jobs), jobs(options), options.progress);
    }

private:
    film::Footprint footprint() const override { return film::kPngFootprint; }
};

} // namespace

OutputPtr make_png(Options& options, const ReadContext&)
{
    const FileName file = read_file_name(options);
    const PixelSize size = read_pixel_size(options, {}, Parity::any);
    const When at = read_when(options);
    return std::make_shared<Png>(file, size, at, read_background(options));
}

OutputPtr make_png_sequence(Options& options, const ReadContext&)
{
    const FileName file = read_file_name(options);
    const PixelSize size = read_pixel_size(options, {}, Parity::any);
    const int fps = read_fps(options);
    const std::string name = std::filesystem::path(file.name).filename().string();
    if (!options.is_recording() && !film::is_frame_pattern(name))
        options.refuse("file",
            fmt::format("file must hold one frame number, as %d or %04d, not \"{}\"", file.name));
    return std::make_shared<PngSequence>(file, size, fps, read_background(options));
}

} // namespace thalweg::output
