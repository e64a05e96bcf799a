#pragma once

#include "canvas/pixels.hpp"
#include "draw/cairo.hpp"
#include "draw/picture.hpp"

#include <optional>

namespace thalweg {

/// Draws frames as pixels, for one thread, redrawing only what moves.
///
/// Three layers: the backdrop (drawn when the view changes), the ground (the backdrop with all
/// finished blocks of the paths on it), and the frame (the ground with the action on it). Each
/// frame restores what the last action touched.
class Painter {
public:
    Painter(StagePtr stage, const Palette& palette, int width_px, int height_px);

    /// The picture at a time; valid until the next call.
    ///
    /// changed  out: tiles that may differ from the picture drawn before
    const Pixels& draw(double time_s, TileSet& changed);

private:
    /// Pixels with a Cairo context on them.
    struct Layer {
        Layer(int width_px, int height_px);
        void copy_tiles(const Layer& from, const TileSet& tiles);

        Pixels pixels;
        CairoPtr<cairo_surface_t> surface;
        CairoPtr<cairo_t> cr;
    };
    /// All that a picture depends on; equal moments look alike.
    struct Moment {
        Box view;
        double step;
        std::vector<LabelSpot> labels;
        friend bool operator==(const Moment&, const Moment&) = default;
    };
    void set_view(const Box& view);
    void bring_ground_to(double step, TileSet& touched);

    StagePtr stage_;
    const Palette& palette_;
    Typesetter type_;
    Sidebar sidebar_;
    Layer backdrop_, ground_, frame_;
    TileSet action_; ///< touched by the last action
    std::optional<Box> view_;
    std::optional<History> history_;
    std::size_t blocks_ = 0; ///< on the ground
    std::optional<Moment> shown_;
};

} // namespace thalweg
