#pragma once

#include "film/frame_source.hpp"
#include "film/macroblocks.hpp"
#include "film/picture.hpp"

namespace thalweg::film {

/// Keeps a picture as B, G, R, A samples, which an encoder without loss reads.
///
/// The alpha is straight, and 0 in all four samples where nothing was drawn. Of an opaque film the
/// fourth sample is 255.
class BgraPicture final : public Picture {
public:
    explicit BgraPicture(const FilmSpec& film);

    void update(const Pixels& pixels, const TileSet& changed) override;
    AVFrame& frame() override { return *frame_; }
    /// Macroblocks that the last update did not touch.
    const Macroblocks& still() const { return still_; }

private:
    av::Ptr<AVFrame> frame_;
    Macroblocks still_;
    bool is_transparent_, is_first_ = true;
};

} // namespace thalweg::film
