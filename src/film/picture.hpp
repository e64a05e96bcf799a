#pragma once

#include "canvas/pixels.hpp"
#include "canvas/tiles.hpp"
#include "film/av.hpp"

namespace thalweg::film {

/// A film's picture in the form that an encoder reads, for one thread; converts only what changes.
class Picture {
public:
    virtual ~Picture() = default;

    /// Takes over the changed tiles (all of them at the first call).
    virtual void update(const Pixels& pixels, const TileSet& changed) = 0;
    /// The picture; valid until the next update.
    virtual AVFrame& frame() = 0;
};

/// The tiles that an update has to take: all at the first one.
inline TileSet tiles_to_take(const Pixels& pixels, const TileSet& changed, bool is_first)
{
    if (!is_first)
        return changed;
    TileSet all(pixels.width(), pixels.height());
    all.add_all();
    return all;
}

} // namespace thalweg::film
