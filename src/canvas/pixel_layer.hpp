#pragma once

#include "canvas/canvas.hpp"
#include "canvas/tiles.hpp"
#include "canvas/typesetter.hpp"

#include <memory>

namespace thalweg::canvas {

/// What is below everything that is drawn. Pixels over nothing have alpha in their fourth byte, by
/// which the others are multiplied, and their text wears a halo, so that it can be read on whatever
/// they will lie.
enum class Backing { page, nothing };

/// Pixels that can be drawn on.
class PixelLayer {
public:
    PixelLayer(int width_px, int height_px, Backing backing = Backing::page);
    ~PixelLayer();
    PixelLayer(PixelLayer&&) noexcept;

    /// A canvas on these pixels, to be used before the next one is made.
    ///
    /// scale    pixels per layout unit
    /// touched  where to note which tiles are drawn on; null for no notes
    std::unique_ptr<Canvas> canvas(
        double scale, const Palette& palette, Typesetter& type, TileSet* touched = nullptr);
    /// The pixels, with all that was drawn.
    const Pixels& pixels() const;
    /// Gives one colour to all pixels of a box.
    void set_box(const PixelRect& box, std::uint32_t pixel);
    void copy_box(const PixelLayer& from, const PixelRect& box);

private:
    struct Cairo;
    std::unique_ptr<Cairo> cairo_;
};

} // namespace thalweg::canvas
