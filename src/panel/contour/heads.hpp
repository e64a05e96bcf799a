#pragma once

#include "panel/contour/camera.hpp"
#include "panel/contour/projection.hpp"

#include <span>
#include <vector>

namespace thalweg::panel {

constexpr double kHeadRadius = 5.5; ///< in layout units, on a map of scale 1
constexpr double kHeadFree = 4; ///< free space around a head, likewise
constexpr double kArrowSize = 11; ///< of a head outside of the view, likewise

/// Where the head of a run is drawn at one moment, in layout units.
struct Head {
    Vec2 at{}; ///< on the map, at its edge where the run is outside the view
    Vec2 direction{}; ///< outside the view: the unit vector towards the run; otherwise zero
    bool diverged = false;

    bool outside() const { return norm2(direction) > 0; }
    /// The middle of what is drawn, on a map of this scale.
    Vec2 middle(double scale) const { return at - 0.5 * kArrowSize * scale * direction; }
};

/// A point of the plane on the map: itself, or the place on the map's edge in its direction from
/// the map's centre.
///
/// covered  boxes that do not reach the map's centre; a point under one is pointed at from its edge
Head on_map(const Projection& project, Vec2 point, std::span<const Box> covered = {});

/// Has the run diverged, or left the region where the surface is defined, at this moment?
bool is_lost(const optimizer::Trajectory& run, const experiment::Moment& moment);

/// The heads of some runs over a whole film, at even times from its start to its end.
struct HeadFilm {
    double per_second = 60;
    std::vector<std::vector<Head>> samples{}; ///< by time, then in the order of the runs

    std::size_t runs() const { return samples.empty() ? 0 : samples.front().size(); }
    /// The (fractional) sample of a time.
    double sample_at(double time_s) const;
};

/// Moves heads at equal places apart, in the order of the runs, about their common place: arrows at
/// the edge until each is seen, two or three heads on the map by a little, since a false place is
/// worse than a hidden head. What moves smoothly still does.
///
/// covered  as for `on_map`
void part_equal(std::vector<Head>& heads, const Box& map, std::span<const Box> covered = {});

/// The heads at one moment: within half a radius of where their runs are, at it where more than
/// three meet. Arrows at equal places of the edge stand one beside another.
///
/// covered  parts of the map where no head is seen, as for `on_map`
std::vector<Head> heads_at(const experiment::Experiments& experiments,
    const std::vector<std::size_t>& runs, const Projection& project,
    const experiment::Moment& moment, std::span<const Box> covered = {});
/// The samples of a film of this length, without heads yet.
HeadFilm empty_film(double duration_s);
HeadFilm film_heads(const Context& context, const std::vector<std::size_t>& runs,
    const Camera& camera, const Box& map, std::span<const Box> covered = {});

} // namespace thalweg::panel
