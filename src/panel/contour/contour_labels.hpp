#pragma once

#include "panel/contour/action.hpp"
#include "panel/contour/map_ground.hpp"

namespace thalweg::panel {

/// What contour labels must know of their map.
struct LabelSetup {
    const MapGround& ground;
    const Camera& camera;
    const MapAction& action;
    const Context& context;
    const std::vector<std::size_t>& runs;
    const std::vector<HeadVector>& vectors; ///< at heads
    const Placement& placement;
    std::vector<Box> taken{}; ///< by plates and insets, in layout units
    std::optional<Box> framed{}; ///< the part of the ground around which a frame is drawn
};

/// The level's number on contour lines that have room for it. Immutable.
///
/// Labels stand where the ground is flattest, so that the lines beside them are far: away from each
/// other, from minima, and from every path over the whole film. Under a moving camera they keep
/// their places on the ground, and fade where a zoom replaces them, at the map's edge, and at
/// plates and insets. Views at which the camera rests get labels first.
class ContourLabels {
public:
    explicit ContourLabels(const LabelSetup& setup);

    void draw(canvas::Canvas& canvas, const Projection& project, std::size_t layer) const;

private:
    struct Label {
        Vec2 at; ///< on the ground
        std::string text;
        Vec2 size; ///< in layout units
    };
    double strength(const Projection& project, std::size_t layer) const;

    const ContourPyramid* pyramid_;
    bool moves_;
    double text_size_, line_;
    std::vector<Box> taken_; ///< where moving labels fade
    std::vector<std::vector<Label>> labels_; ///< of each layer
};

} // namespace thalweg::panel
