#pragma once

#include "film/gif.hpp"
#include "film/still.hpp"
#include "film/video.hpp"
#include "film/webp.hpp"
#include "film/y4m.hpp"

namespace thalweg::film {

/// The writers that need FFmpeg's libraries or libx264.
///
/// They stand in a module, thalweg-film.so, since loading some 120 libraries takes longer than
/// drawing a page.
struct Codecs {
    decltype(film::write_gif)* write_gif;
    decltype(film::write_video)* write_video;
    decltype(film::write_y4m)* write_y4m;
    decltype(film::video_fault)* video_fault;
    decltype(film::write_webp)* write_webp;
    decltype(film::write_still)* write_still;
    decltype(film::still_fault)* still_fault;
};

/// The writers; the first call loads their module.
///
/// Throws  OutputError naming the file that is missing: the module, or a library that it needs
const Codecs& codecs();

} // namespace thalweg::film
