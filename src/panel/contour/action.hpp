#pragma once

#include "panel/contour/camera.hpp"
#include "panel/contour/projection.hpp"

namespace thalweg::panel {

/// What the moving part of a map is made from.
struct ActionSetup {
    Context context;
    std::vector<std::size_t> runs; ///< numbers of the runs that are shown
    TrailPlan trail{};
    std::shared_ptr<const Camera> camera;
    Placement placement;
    bool shows_starts = true; ///< outside of the view as well, by arrows
    std::vector<Vec2> marked{}; ///< places that are marked on the ground, such as minima
    bool ellipses = false; ///< as in the plan, as are vectors
    std::vector<HeadVector> vectors{};
};

/// What moves on a map: paths that were walked, trails, heads and their labels, and at the heads
/// the last line search, ellipses of the curvature and arrows; and the marks of starts, which stand
/// above the paths and below the heads. Immutable.
///
/// All places are decided in the constructor, over the whole film.
class MapAction {
public:
    explicit MapAction(const ActionSetup& setup);
    ~MapAction();
    MapAction(MapAction&&) noexcept;

    /// Blocks of walked paths that no trail will touch again; see PlacedPanel.
    std::size_t settled(const experiment::Moment& moment) const;
    void draw_settled(
        canvas::Canvas& canvas, const experiment::Moment& moment, std::size_t block) const;
    void add_action_key(const experiment::Moment& moment, std::vector<double>& key) const;
    void draw(canvas::Canvas& canvas, const experiment::Moment& moment) const;

    /// Does any path, head or label of the whole film (with a still camera) come nearer to a box
    /// than `distance`, in layout units?
    bool meets(const Box& box, double distance) const;
    /// The corner of the map that paths, heads and labels of the whole film leave emptiest for a
    /// box of this size. Only where every corner meets `kept` it may lie on that.
    Corner emptiest_corner(Vec2 size, const Box& kept) const;

private:
    struct Parts;
    std::unique_ptr<const Parts> parts_;
};

} // namespace thalweg::panel
