#pragma once

#include "film/frame_source.hpp"
#include "film/progress.hpp"

#include <filesystem>

namespace thalweg::film {

/// Whether a GIF can tell this rate exactly: delays are whole hundredths of a second, and viewers
/// slow down 1.
constexpr bool is_gif_rate(int fps)
{
    return fps > 0 && fps <= 50 && 100 % fps == 0;
}

/// Writes a film as a GIF that loops for ever, in colours planned for the whole film.
///
/// jobs    threads that draw; the bytes do not depend on it
/// Throws  OutputError where the rate cannot be told exactly or the disk refuses; Interrupted. No
/// file is left then.
void write_gif(const std::filesystem::path& file, const FilmSpec& film, int jobs,
    const Progress& progress = {});

} // namespace thalweg::film
