#pragma once

#include "canvas/pixel_layer.hpp"
#include "figure/figure.hpp"

#include <optional>

namespace thalweg::figure {

/// Draws frames of a figure as pixels, for one thread, redrawing only what moves.
///
/// Three layers: the backdrops (of a panel, drawn again when its view changes), the ground (the
/// backdrops with all settled blocks on them), and the frame (the ground with the action on it).
/// Each frame restores what the last action touched, and so does each backdrop. While the view of a
/// panel moves, its layers would serve for one frame only: it is drawn on the frame itself.
class Painter {
public:
    /// backing  nothing: the page is not painted
    Painter(FigurePtr figure, const canvas::Palette& palette, int width_px, int height_px,
        canvas::Backing backing = canvas::Backing::page);

    /// The picture at a time; valid until the next call.
    ///
    /// changed  out: tiles that may differ from the picture drawn before
    const Pixels& draw(double time_s, TileSet& changed);

private:
    /// What is drawn of one panel.
    struct Shown {
        std::optional<std::vector<double>> view{}; ///< on the layers
        std::size_t blocks = 0; ///< there
        TileSet touched{}; ///< there, by its backdrop and its blocks
        std::optional<std::vector<double>> last_view{}; ///< of the picture drawn last
        bool moves = false; ///< it is drawn on the frame alone
    };
    PixelRect pixels_of(const Box& box) const;
    void draw_backdrop(
        const PlacedItem& item, const experiment::Moment& moment, Shown& shown, TileSet& changed);
    void draw_blocks(
        const PlacedItem& item, const experiment::Moment& moment, Shown& shown, TileSet& changed);
    void bring_ground_up_to(const experiment::Moment& moment, TileSet& changed);
    void restore_frame(const TileSet& changed);
    void draw_moving(const PlacedItem& item, const experiment::Moment& moment);

    FigurePtr figure_;
    const canvas::Palette& palette_;
    canvas::Backing backing_;
    canvas::Typesetter type_;
    canvas::PixelLayer backdrop_, ground_, frame_;
    std::uint32_t blank_ = 0; ///< a pixel where nothing is drawn
    std::vector<Shown> shown_; ///< for each item
    TileSet action_; ///< touched by the last action, and by panels that moved
    std::optional<std::vector<double>> key_; ///< of the picture drawn last
};

} // namespace thalweg::figure
