#pragma once

#include "film/frame_source.hpp"
#include "film/progress.hpp"

#include <string>

namespace thalweg::film {

/// What an animated picture stores of a frame: a rectangle that is put over the frame before.
struct Patch {
    int x = 0, y = 0; ///< even
    Pixels pixels{}; ///< with straight alpha
    /// What is transparent in the patch stays as it was; else the patch replaces what was there.
    bool leaves_transparent = false;
};

/// Encodes the patch of frame `k`.
using EncodePatch = std::function<std::string(int k, const Patch& patch)>;

/// Draws a film and encodes of each frame the smallest rectangle that holds what differs from the
/// frame before: all of the first frame, and one pixel where nothing differs. What is the same in
/// it is transparent where it can be, which takes hardly any bytes.
///
/// encode  called from several threads
/// take    gets the encoded frames in their order, several at once, on the calling thread
/// jobs    threads; the bytes do not depend on it
void encode_patches(const FilmSpec& film, int jobs, const Progress& progress,
    const EncodePatch& encode, const std::function<void(const std::string&)>& take);

} // namespace thalweg::film
