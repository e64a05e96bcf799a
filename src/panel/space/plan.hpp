#pragma once

#include "panel/contour/plan.hpp"

namespace thalweg::panel {

enum class SpaceProjection { perspective, orthographic };

/// How heights of the ground become heights of the picture.
enum class HeightKind {
    automatic, ///< as the levels' scale is
    linear,
    logarithmic, ///< of the height above the lowest ground
    clipped ///< linear, cut a little above the highest level
};

/// From where the surface is seen.
struct SpaceCameraPlan {
    SpaceProjection projection = SpaceProjection::perspective;
    double azimuth = 30; ///< degrees; 0: from below the map's lower edge, rising counter-clockwise
    double elevation = 30; ///< degrees above the ground
    double distance = 4; ///< from the middle, in longer sides of the domain
    double orbit = 0; ///< degrees that the azimuth grows by over the whole film
};

/// The surface as a landscape, with the runs on it.
class SpacePlan final : public PanelPlan {
public:
    std::unique_ptr<const Panel> prepare(const Context& context) const override;

    std::size_t experiment = 0;
    SpaceCameraPlan camera{};
    HeightKind scale = HeightKind::automatic;
    bool lines = true;
    MinimaMark minima = MinimaMark::ring;
    bool has_color_bar = true; ///< wanted beside it
    std::string x_label{}, y_label{}; ///< empty: "x" and "y"
    TrailPlan trail{};
};

} // namespace thalweg::panel
