#include "film/codecs.hpp"
#include "output/film_output.hpp"
#include "output/kinds.hpp"

namespace thalweg::output {

namespace {

class Y4m final : public FilmOutput {
public:
    using FilmOutput::FilmOutput;

    std::string_view kind() const override { return "y4m"; }

    void write(const Production& production, const std::filesystem::path& target,
        const WriteOptions& options) const override
    {
        film::codecs().write_y4m(
            target, film(production, options.jobs), jobs(options), options.progress);
    }

private:
    film::Footprint footprint() const override { return film::kY4mFootprint; }
};

} // namespace

OutputPtr make_y4m(Options& options, const ReadContext&)
{
    const FileName file = read_file_name(options);
    const PixelSize size = read_pixel_size(options, {}, Parity::even);
    return std::make_shared<Y4m>(file, size, read_fps(options));
}

OutputPtr make_stream(const FileName& file, PixelSize size, int fps)
{
    return std::make_shared<Y4m>(file, size, fps);
}

} // namespace thalweg::output
