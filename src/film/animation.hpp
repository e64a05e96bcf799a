#pragma once

#include "film/frame_source.hpp"
#include "film/progress.hpp"

#include <string>

namespace thalweg::film {

// Animated pictures store of each frame only a rectangle, which replaces what the frame before
// showed there.

/// Encodes frame `k`, of which `changed` holds all that differs from the frame before.
using EncodeChange
    = std::function<std::string(int k, const Pixels& pixels, const PixelRect& changed)>;

/// Draws a film and encodes the smallest rectangle of each frame that holds what differs from the
/// frame before: all of the first frame, and one pixel where nothing differs.
///
/// encode  called from several threads
/// take    gets the encoded frames in their order, several at once, on the calling thread
/// jobs    threads; the bytes do not depend on it
void encode_changes(const FilmSpec& film, int jobs, const Progress& progress,
    const EncodeChange& encode, const std::function<void(const std::string&)>& take);

} // namespace thalweg::film
