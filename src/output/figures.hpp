#pragma once

#include "film/frame_source.hpp"
#include "output/options.hpp"
#include "output/output.hpp"

namespace thalweg::output {

// How outputs get at figures, and figures at frames.

/// The figure of a production in a format.
///
/// Throws  SceneError at the output's place where it does not fit
figure::FigurePtr figure_for(
    const Output& output, const Production& production, const canvas::Format& format, int jobs);

/// Composes a figure to see whether it fits; adds a located problem where it does not.
///
/// Returns  what the picture had to leave out
std::vector<std::string> check_figure(const Output& output, const Production& production,
    const canvas::Format& format, int jobs, Problems& problems);

/// Throws  Error at the output's place where there is a fault: what this system lacks to write it
void require_encoder(const Output& output, const std::string& fault);

/// How the frames of a figure are drawn.
struct FilmLook {
    const canvas::Palette& palette;
    Background background = Background::page;
};

/// The frames of a figure: frame k shows the time first_s + k / fps.
film::FilmSpec film_of(figure::FigurePtr figure, const FilmLook& look, PixelSize size, int fps,
    int frames, double first_s = 0);

/// The number of frames of a whole film.
///
/// Throws  LimitError
int frame_count(const Output& output, const Production& production, int fps);

} // namespace thalweg::output
