#pragma once

#include "film/video.hpp"
#include "output/film_output.hpp"

namespace thalweg::output {

/// What videos have in common: a codec, which this system may lack.
class VideoOutput : public FilmOutput {
public:
    VideoOutput(const FileName& file, PixelSize size, int fps, const film::VideoCoding& coding,
        Background background = Background::page);

    std::vector<std::string> check(
        const Production& production, int jobs, Problems& problems) const override;
    void write(const Production& production, const std::filesystem::path& target,
        const WriteOptions& options) const override;

private:
    film::Footprint footprint() const override;

    film::VideoCoding coding_;
};

/// The option `quality` of codecs that lose something.
film::Quality read_quality(Options& options);

} // namespace thalweg::output
