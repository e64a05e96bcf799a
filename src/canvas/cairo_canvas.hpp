#pragma once

#include "canvas/cairo.hpp"
#include "canvas/canvas.hpp"
#include "canvas/typesetter.hpp"

#include <vector>

namespace thalweg::canvas {

/// What canvases of pixels and of PDF pages share. While it lives, the context's user space is
/// layout units; afterwards the context is as before.
class CairoCanvas : public Canvas {
public:
    /// scale  device units per layout unit, > 0
    CairoCanvas(cairo_t* cr, double scale, const Palette& palette, Typesetter& type);

    TextMetrics& metrics() final { return type_; }
    void fill(const Path& path, const Color& color) final;
    void stroke(const Path& path, const Stroke& stroke) final;
    void image(const Pixels& pixels, const Box& box, Opacity opacity) final;

protected:
    void push_clip(const Box& box) final;
    void pop_clip() final;
    /// Is anything of this box inside of the clip?
    bool is_seen(const Box& box) const;
    const Box& clip() const { return clips_.back(); }
    /// Called before something inside this box is drawn.
    virtual void note(const Box&) { }

    cairo_t* cr() const { return cr_; }
    double scale() const { return scale_; }
    Typesetter& type() const { return type_; }

private:
    void note_segments(const Path& path, double reach);

    Saved saved_;
    cairo_t* cr_;
    double scale_;
    Typesetter& type_;
    std::vector<Box> clips_; ///< the first: all that Cairo has numbers for
};

/// The pixels as a source for Cairo, which must not outlive them.
CairoPtr<cairo_surface_t> source_of(const Pixels& pixels, Opacity opacity);

/// Makes a path the context's current one.
void set_path(cairo_t* cr, const Path& path);

} // namespace thalweg::canvas
