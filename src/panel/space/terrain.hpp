#pragma once

#include "panel/contour/level_scale.hpp"
#include "panel/space/height_scale.hpp"
#include "panel/space/view.hpp"

#include <array>
#include <limits>
#include <vector>

namespace thalweg::panel {

/// One point of the ground in space.
struct GroundPoint {
    float z = std::numeric_limits<float>::quiet_NaN(); ///< of space; NaN where nothing is shown
    float level = 0; ///< the place among the levels: see LevelScale
    float light = 0; ///< from 0, turned away from the light, to 1

    bool is_shown() const { return z == z; }
};

/// How the ground, and the place among the levels, rise along x and y in space.
struct GroundSlopes {
    float z_dx = 0, z_dy = 0, level_dx = 0, level_dy = 0;
};

/// How far levels are apart in the picture around a place of the ground, in layout units; at most
/// 10,000, beyond which it makes no difference.
double level_spacing(const GroundSlopes& slopes, const SpaceView& view, Vec3 place);

/// What a terrain is made from.
struct TerrainSetup {
    const experiment::Experiment& experiment;
    HeightScale heights;
    Vec3 light{}; ///< the unit vector towards it
    int cells = 256; ///< a side, a power of two
    int jobs = 1;
};

/// The ground in space: sampled on a regular grid, with exact slopes. Immutable.
///
/// It is not shown where the surface is undefined, nor outside of the range of heights.
class Terrain {
public:
    explicit Terrain(const TerrainSetup& setup);

    const SpaceBox& box() const { return box_; }
    const HeightScale& heights() const { return heights_; }
    int cells() const { return cells_; }
    Vec2 grid_place(int column, int row) const
    {
        return {box_.domain().x.at(static_cast<double>(column) / cells_),
            box_.domain().y.at(static_cast<double>(row) / cells_)};
    }
    const GroundPoint& at(int column, int row) const
    {
        return points_[static_cast<std::size_t>(row * (cells_ + 1) + column)];
    }
    /// Between those neighbours of a vertex of the grid that are shown.
    GroundSlopes slopes(int column, int row) const;
    /// At the vertex of the grid that is next to a point of the domain.
    GroundSlopes slopes_near(Vec2 p) const;
    /// The ground at any point of the domain, from the surface itself.
    GroundPoint exact(Vec2 p) const;
    /// The height of the grid's ground in space; NaN where nothing is shown.
    double height(Vec2 p) const;
    /// A point on the grid's ground.
    Vec3 place(Vec2 p) const;
    /// Is nothing of the grid's ground between a point and the viewer?
    bool is_seen(Vec3 point, const SpaceView& view) const;

private:
    GroundPoint ground(double value, Vec2 gradient) const;
    struct Sight;
    Sight sight(Vec3 point, const SpaceView& view) const;
    double samples_above(const Sight& sight, double k) const;
    void find_tops();
    /// At fractions of the grid.
    double height_at(double column, double row) const;

    SpaceBox box_;
    surface::SurfacePtr surface_;
    HeightScale heights_;
    LevelScale levels_;
    Vec3 light_;
    int cells_;
    std::vector<GroundPoint> points_;
    static constexpr std::array kBlocks{32, 8, 2}; ///< cells along their sides
    std::array<std::vector<float>, kBlocks.size()> tops_{}; ///< the highest ground of each block
};

/// Towards a light that stands above the viewer's left shoulder.
Vec3 light_beside(const SpaceView& view);

} // namespace thalweg::panel
