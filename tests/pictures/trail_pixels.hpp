#pragma once

#include "canvas/pixels.hpp"
#include "pictures/films.hpp"

namespace thalweg::test {

/// Where a trail should be: its path on the map, from the head backwards, a point every unit.
struct TrailPath {
    std::vector<Vec2> points{}; ///< in pixels
    double length = 0; ///< on the map, in layout units
    double scale = 1; ///< pixels in a unit
};

/// The path of a run's trail at a moment, from the rule for its length and the run's points alone:
/// as many steps as the scene asks for, or else the larger of 240 steps and 260 units.
TrailPath trail_path(
    const Film& film, const MapWatch& watch, const experiment::Moment& moment, std::size_t run);

/// Does a good part of a path lie below fresher parts of itself or of other paths? Those then cover
/// its older colours.
bool is_retraced(const TrailPath& path, std::span<const TrailPath> others = {});

/// Are both ends of the ramp of colours seen on the path, 3 : 1 and more against the ground?
///
/// backdrop  the same picture without runs
bool shows_teal_and_amber(const TrailPath& path, const Pixels& frame, const Pixels& backdrop,
    const canvas::Palette& palette);

} // namespace thalweg::test
