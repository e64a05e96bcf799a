#pragma once

#include "film/png_format.hpp"
#include "film/progress.hpp"

#include <filesystem>

namespace thalweg::film {

/// Writes one picture as an sRGB PNG.
///
/// Throws  OutputError where the disk refuses; no file is left behind then
void write_png(const std::filesystem::path& file, const Pixels& pixels, Alpha alpha = Alpha::none);

/// Writes frame `k` of a film as a PNG.
void write_png_frame(const std::filesystem::path& file, const FilmSpec& film, int k);

/// Writes every frame of a film as a PNG, numbered from 0.
///
/// pattern  such as "name-%04d.png" (film/frame_name.hpp)
/// jobs     threads that draw and write
void write_png_sequence(const std::filesystem::path& pattern, const FilmSpec& film, int jobs,
    const Progress& progress = {});

} // namespace thalweg::film
