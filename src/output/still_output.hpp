#pragma once

#include "film/memory.hpp"
#include "output/figures.hpp"

namespace thalweg::output {

/// What all kinds of pictures as pixels have in common: a size and a moment, and a figure in the
/// dark theme where the scene leaves the choice.
class StillOutput : public Output {
public:
    StillOutput(
        const FileName& file, PixelSize size, When at, Background background = Background::page);

    std::string describe() const override;
    std::optional<When> at() const override { return at_; }
    std::vector<std::string> check(
        const Production& production, int jobs, Problems& problems) const override;

protected:
    virtual film::Footprint footprint() const { return film::kPngFootprint; }
    /// The picture as a film of one frame.
    film::FilmSpec frame(const Production& production, const WriteOptions& options) const;

private:
    canvas::Format format() const { return canvas::film_format(size_.width, size_.height); }

    PixelSize size_;
    When at_;
    Background background_;
};

} // namespace thalweg::output
