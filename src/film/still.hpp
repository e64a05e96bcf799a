#pragma once

#include "film/frame_source.hpp"

#include <filesystem>
#include <string>

namespace thalweg::film {

/// Pictures that libavcodec encodes.
enum class StillCodec {
    jpeg, ///< full colour resolution; edges of text stay sharp
    webp, ///< every bit kept, with transparency where the film has it
};

/// Writes frame `k` of a film as a picture.
///
/// Throws  OutputError where the encoder or the disk refuses; no file is left behind then
void write_still(const std::filesystem::path& file, const FilmSpec& film, int k, StillCodec codec);

/// Why this system cannot write such pictures, as a sentence without a full stop; empty: it can.
std::string still_fault(StillCodec codec);

} // namespace thalweg::film
