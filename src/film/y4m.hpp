#pragma once

#include "film/frame_source.hpp"
#include "film/progress.hpp"

#include <filesystem>

namespace thalweg::film {

/// Writes a film as YUV4MPEG2 without compression: 4:2:0, BT.709, limited range.
///
/// file    "-" is standard output
/// jobs    threads that draw and convert; the bytes do not depend on it
/// Throws  OutputError for odd sizes, a full disk, a closed pipe; Interrupted. No file is left
/// behind then.
void write_y4m(const std::filesystem::path& file, const FilmSpec& film, int jobs,
    const Progress& progress = {});

} // namespace thalweg::film
