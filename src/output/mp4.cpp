#include "film/codecs.hpp"
#include "output/film_output.hpp"
#include "output/kinds.hpp"

namespace thalweg::output {

namespace {

class Mp4 final : public FilmOutput {
public:
    Mp4(const FileName& file, PixelSize size, int fps, film::Quality quality)
        : FilmOutput(file, size, fps)
        , quality_(quality)
    {
    }

    std::string_view kind() const override { return "mp4"; }

    void write(const Production& production, const std::filesystem::path& target,
        const WriteOptions& options) const override
    {
        film::codecs().write_video(target, film(production, options.jobs),
            {.quality = options.quality.value_or(quality_)}, jobs(options), options.progress);
    }

private:
    film::Footprint footprint() const override { return film::kMp4Footprint; }

    film::Quality quality_;
};

} // namespace

OutputPtr make_mp4(Options& options, const ReadContext&)
{
    using film::Quality;
    const FileName file = read_file_name(options);
    const PixelSize size = read_pixel_size(options, {}, Parity::even);
    const int fps = read_fps(options);
    const film::Quality quality = options.choice("quality", film::Quality::standard,
        {{"draft", film::Quality::draft}, {"standard", film::Quality::standard},
            {"high", film::Quality::high}},
        "how much care the encoder takes");
    return std::make_shared<Mp4>(file, size, fps, quality);
}

} // namespace thalweg::output
