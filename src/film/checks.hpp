#pragma once

#include "film/frame_source.hpp"

#include <string>

namespace thalweg::film {

enum class Sides { any, even }; ///< even: as 4:2:0 chroma needs

/// Throws where a film cannot be written at all, whatever it shows.
///
/// doing   "write x.mp4", for the message
/// Throws  LimitError for too many pixels or frames; OutputError for odd sides where they must be
/// even
void check_film(const FilmSpec& film, const std::string& doing, Sides sides);

} // namespace thalweg::film
