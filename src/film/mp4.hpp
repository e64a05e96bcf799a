#pragma once

#include "film/frame_source.hpp"
#include "film/progress.hpp"
#include "film/quality.hpp"

#include <filesystem>

namespace thalweg::film {

/// Writes a film as MP4 (H.264 High, BT.709 limited range, index at the front).
///
/// jobs    threads that draw and encode; the bytes do not depend on it
/// Throws  OutputError for odd sizes, a codec or a disk that refuses; Interrupted. No file is left
/// behind then.
void write_mp4(const std::filesystem::path& file, const FilmSpec& film, Quality quality, int jobs,
    const Progress& progress = {});

} // namespace thalweg::film
