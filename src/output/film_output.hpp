#pragma once

#include "film/memory.hpp"
#include "output/figures.hpp"

namespace thalweg::output {

/// What all kinds of films have in common: a size and a rate, and a figure in the dark theme where
/// the scene leaves the choice.
class FilmOutput : public Output {
public:
    FilmOutput(
        const FileName& file, PixelSize size, int fps, Background background = Background::page);

    std::string describe() const override;
    int frames(const Production& production) const override;
    std::vector<std::string> check(
        const Production& production, int jobs, Problems& problems) const override;
    OutputPtr as_stream() const override;

protected:
    Background background() const { return background_; }
    virtual film::Footprint footprint() const = 0;
    /// As many of the threads that are asked for as there is memory for.
    int jobs(const WriteOptions& options) const;
    film::FilmSpec film(const Production& production, int jobs) const;

private:
    PixelSize size_;
    int fps_;
    Background background_;
};

/// A film without compression of this size and rate.
OutputPtr make_stream(const FileName& file, PixelSize size, int fps);

} // namespace thalweg::output
