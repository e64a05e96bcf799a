#include "film/apng.hpp"

#include "output/film_output.hpp"
#include "output/kinds.hpp"

namespace thalweg::output {

namespace {

class Apng final : public FilmOutput {
public:
    using FilmOutput::FilmOutput;

    std::string_view kind() const override { return "apng"; }

    void write(const Production& production, const std::filesystem::path& target,
        const WriteOptions& options) const override
    {
        film::write_apng(target, film(production, options.jobs), jobs(options), options.progress);
    }

private:
    film::Footprint footprint() const override { return film::kApngFootprint; }
};

} // namespace

OutputPtr make_apng(Options& options, const ReadContext&)
{
    const FileName file = read_file_name(options);
    const PixelSize size = read_pixel_size(options, kAnimationSize, Parity::any);
    const int fps = read_fps(options, kAnimationFps);
    return std::make_shared<Apng>(file, size, fps, read_background(options));
}

} // namespace thalweg::output
