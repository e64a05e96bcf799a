#pragma once

#include "panel/panel.hpp"
#include "panel/space/terrain.hpp"

#include <array>
#include <string>
#include <vector>

namespace thalweg::panel {

/// The ticks and the name of one direction of space.
struct SpaceScale {
    struct Mark {
        double at; ///< 0 to 1 along the edge
        std::string label;
        Vec2 size; ///< of the label
    };
    std::vector<Mark> marks{};
    std::string name{};
    Vec2 name_size{};
};

/// Those of x, y and the height, in this order.
///
/// length  of the domain's longer side in the picture, in layout units
std::array<SpaceScale, 3> space_scales(
    const SpacePlan& plan, const Terrain& terrain, double length, const Setting& setting);

} // namespace thalweg::panel
