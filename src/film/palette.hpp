#pragma once

#include "film/frame_source.hpp"

namespace thalweg::film {

/// The 255 colours (0xRRGGBB) of a film that may have no more, from its flat colours and a sample
/// of its frames.
///
/// Colours that the scene names or that cover much of the sample are in it exactly; the others
/// share the rest.
std::vector<std::uint32_t> plan_palette(const FilmSpec& film);

} // namespace thalweg::film
