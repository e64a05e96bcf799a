#pragma once

#include "film/chunked.hpp"
#include "film/video.hpp"

namespace thalweg::film {

/// A coder of H.264, with or without loss.
std::unique_ptr<ChunkCoder> make_h264_coder(const FilmSpec& film, const VideoCoding& coding);

} // namespace thalweg::film
