#include "film/checks.hpp"

#include "core/error.hpp"
#include "film/limits.hpp"

#include <fmt/format.h>

#include <cstdint>

namespace thalweg::film {

void check_film(const FilmSpec& film, const std::string& doing, Sides sides)
{
    if (film.width < 1 || film.height < 1 || film.width > kMaxSide || film.height > kMaxSide)
        throw LimitError(fmt::format("could not {}: {}x{} is not within 1 to {} pixels a side; ask "
                                     "for a smaller size",
            doing, film.width, film.height, kMaxSide));
    if (std::int64_t{film.width} * film.height > kMaxPixels)
        throw LimitError(fmt::format("could not {}: {}x{} are more than {} pixels; ask for a "
                                     "smaller size",
            doing, film.width, film.height, kMaxPixels));
    if (film.frames < 1 || film.frames > kMaxFrames)
        throw LimitError(fmt::format("could not {}: {} frames is not within 1 to {}; shorten the "
                                     "film or lower its fps",
            doing, film.frames, kMaxFrames));
    if (film.fps < 1 || film.fps > kMaxFps)
        throw LimitError(fmt::format(
            "could not {}: {} frames a second is not within 1 to {}", doing, film.fps, kMaxFps));
    if (sides == Sides::even && (film.width % 2 != 0 || film.height % 2 != 0))
        throw OutputError(doing,
            fmt::format(
                "{}x{} has an odd side, and this format needs even ones", film.width, film.height));
}

} // namespace thalweg::film
