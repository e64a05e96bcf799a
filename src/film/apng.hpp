#pragma once

#include "film/frame_source.hpp"
#include "film/progress.hpp"

#include <filesystem>

namespace thalweg::film {

/// Writes a film as an animated PNG that loops for ever, every bit kept, at its exact rate.
///
/// jobs    threads that draw and encode; the bytes do not depend on it
/// Throws  OutputError where the disk refuses; Interrupted. No file is left behind then.
void write_apng(const std::filesystem::path& file, const FilmSpec& film, int jobs,
    const Progress& progress = {});

} // namespace thalweg::film
