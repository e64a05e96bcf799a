#include "film/png.hpp"

#include "film/frame_name.hpp"
#include "film/memory.hpp"
#include "output/film_output.hpp"
#include "output/kinds.hpp"

#include <fmt/format.h>

namespace thalweg::output {

namespace {

class Png final : public Output {
public:
    Png(const FileName& file, PixelSize size, When at, Background background)
        : Output(file)
        , size_(size)
        , at_(at)
        , background_(background)
    {
    }

    std::string_view kind() const override { return "png"; }
    std::string describe() const override
    {
        return fmt::format("{}x{}{}", size_.width, size_.height,
            background_ == Background::transparent ? ", transparent" : "");
    }
    std::optional<When> at() const override { return at_; }

    std::vector<std::string> check(
        const Production& production, int jobs, Problems& problems) const override
    {
        film::affordable_jobs(
            where().text() + ": " + file(), size_.width, size_.height, film::kPngFootprint, 1);
        return check_figure(*this, production, format(), jobs, problems);
    }

    void write(const Production& production, const std::filesystem::path& target,
        const WriteOptions& options) const override
    {
        const double time = production.timeline().time_of(options.at.value_or(at_));
        film::write_png_frame(target,
            film_of(figure_for(*this, production, format(), options.jobs),
                {production.palette(canvas::Theme::dark), background_}, size_, 1, 1, time),
            0);
    }

private:
    canvas::Format format() const { return canvas::film_format(size_.width, size_.height); }

    PixelSize size_;
    When at_;
    Background background_;
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
