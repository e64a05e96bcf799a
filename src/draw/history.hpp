#pragma once

#include "draw/canvas.hpp"
#include "draw/theme.hpp"
#include "stage/stage.hpp"

namespace thalweg {

/// The whole path of every run as a thin dashed line, seen in one view.
///
/// The paths are cut into blocks. A finished block never changes again, so a painter of films draws
/// it once; only the unfinished end of each path is drawn anew in each frame. Blocks are opaque and
/// are drawn in one fixed order, so that a frame looks the same however many were drawn before it.
class History {
public:
    History(const Stage& stage, const Palette& palette, const Box& view);

    /// How many blocks (in drawing order) are finished at a step.
    std::size_t finished(double step) const;
    void draw_block(Canvas& canvas, std::size_t block) const;
    /// The path of each run beyond its last finished block, up to its head.
    void draw_ends(Canvas& canvas, double step) const;

private:
    struct Line {
        std::vector<Vec2> points; ///< on the panel
        std::vector<double> lengths; ///< of the path up to each point, for the dashes
    };
    struct Block {
        std::size_t run, first, last; ///< points of the run's line
        int step; ///< at which it is finished
    };
    void stroke(
        Canvas& canvas, std::size_t run, std::span<const Vec2> points, double length_before) const;

    const Stage& stage_;
    const Palette& palette_;
    Projection project_;
    std::vector<Line> lines_;
    std::vector<Block> blocks_;
};

} // namespace thalweg
