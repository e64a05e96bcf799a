#pragma once

#include "film/frame_source.hpp"
#include "film/progress.hpp"

#include <filesystem>
#include <string>

namespace thalweg::film {

constexpr int kMaxWebpSide = 16383;
constexpr const char* kWebpEncoder = "libwebp"; ///< libavcodec's name of it

/// A picture with straight alpha as a WebP file, every bit kept.
std::string encode_webp(const Pixels& pixels);

/// Writes a film as an animated WebP that loops for ever, every bit kept. Its frames begin at the
/// millisecond nearest to their time.
///
/// jobs    threads that draw and encode; the bytes do not depend on it
/// Throws  OutputError where the encoder or the disk refuses; Interrupted. No file is left behind
/// then.
void write_webp(const std::filesystem::path& file, const FilmSpec& film, int jobs,
    const Progress& progress = {});

} // namespace thalweg::film
