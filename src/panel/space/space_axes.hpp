#pragma once

#include "canvas/canvas.hpp"
#include "panel/space/space_scales.hpp"

namespace thalweg::panel {

/// A text of the axes in the picture at one moment.
struct AxisText {
    std::string text;
    Vec2 middle{};
    Box box{};
    double opacity = 1;
    double presence = 1; ///< of its edge
};

/// The axes of a surface in space: along the two bottom edges nearest to the viewer and the
/// leftmost vertical edge. Where the view turns and another edge takes over, they fade across.
class SpaceAxes {
public:
    /// length  of the domain's longer side in the picture, in layout units
    SpaceAxes(const SpacePlan& plan, const Terrain& terrain, double length, const Setting& setting);

    /// What all texts of a view cover, in layout units.
    Box extent(const SpaceView& view) const;
    /// Lines: the edges of the bottom, the vertical axis, ticks; without what ground hides.
    void draw_lines(canvas::Canvas& canvas, const Terrain& terrain, const SpaceView& view) const;
    /// The texts of a view that fit beside each other inside of a box.
    std::vector<AxisText> texts(const SpaceView& view, const Box& outer) const;
    void draw_texts(canvas::Canvas& canvas, const std::vector<AxisText>& texts) const;

private:
    /// An edge of the box that an axis stands at in a view.
    struct Edge {
        Vec3 from, to;
        std::size_t scale; ///< see space_scales
        double presence; ///< 1 in full, 0 gone, -1 gone for long
    };
    std::vector<Edge> edges(const SpaceView& view) const;
    void add_texts(std::vector<AxisText>& all, const Edge& edge, const SpaceView& view) const;
    /// The unit vector in the picture from an edge away from the box.
    static Vec2 outwards(const Edge& edge, const SpaceView& view);

    canvas::Format format_;
    bool moves_; ///< the view; where it stands still, texts are there or not
    SpaceBox box_;
    std::array<SpaceScale, 3> scales_;
};

} // namespace thalweg::panel
