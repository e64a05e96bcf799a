#pragma once

#include "panel/space/mesh.hpp"
#include "panel/space/seen_lines.hpp"
#include "panel/space/seen_outlines.hpp"
#include "panel/space/shaded_parts.hpp"
#include "panel/space/space_colors.hpp"

#include <optional>

namespace thalweg::panel {

/// What a surface in space is drawn from as vectors.
struct VectorGroundSetup {
    const experiment::Experiment& experiment;
    const Terrain& terrain;
    SpaceView view;
    const canvas::Format& format;
    bool with_lines = true; ///< along the levels
    int jobs = 1;
};

/// The ground as polygons of one shade each, the farthest first, so that what is nearer covers what
/// is behind it; and on top the contour lines and outlines that are seen.
///
/// A division line of the mesh stands upright, so all triangles beyond it can be drawn before those
/// on the viewer's side.
class VectorGround {
public:
    static constexpr std::size_t kMostBytes = 500 * 1024; ///< that a ground should take in a file

    explicit VectorGround(const VectorGroundSetup& setup);

    /// In a file, about.
    std::size_t bytes() const;
    /// Where it is not too much.
    void draw(canvas::Canvas& canvas, const SpaceColors& colors) const;

private:
    void draw_line(canvas::Canvas& canvas, const SpaceColors& colors, std::size_t level,
        double strength, const canvas::Path& path) const;

    double line_; ///< width factor of the picture
    std::optional<ShadedParts> ground_; ///< none where it is far too much
    std::vector<LinePart> lines_;
    std::vector<OutlinePart> outlines_;
};

} // namespace thalweg::panel
