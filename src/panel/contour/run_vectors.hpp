#pragma once

#include "experiment/experiment.hpp"
#include "panel/contour/plan.hpp"
#include "panel/contour/projection.hpp"

namespace thalweg::panel {

/// What a run has to show at a (fractional) step, as a displacement in the plane; nothing where it
/// has none.
///
/// gradient  -η∇f, where plain descent would go at the run's learning rate; -∇f for rules without
///           one. The exact gradient, at the run's place.
/// velocity  what momentum keeps
/// step      what the rule adds to the point next; none at the run's end
/// newton    -H⁻¹∇f, to the stationary point of the quadratic model at the run's place
///
/// At a whole step the numbers are those of a trace; between, velocity and step pass evenly from
/// one to the next.
std::optional<Vec2> vector_at(
    const experiment::Experiments& experiments, std::size_t run, HeadVector kind, double step);

/// A displacement in the plane as a map shows it, in layout units.
Vec2 seen_on(const Projection& project, Vec2 displacement);

/// How long what moves a run is on a map, in layout units: its step or its velocity, whichever is
/// longer. At the end of a run its last step counts.
double motion_at(const experiment::Experiments& experiments, std::size_t run, double step,
    const Projection& home);

/// The length of a run's steps on a map, in layout units: half of its path within the domain
/// consists of steps that are as long, or longer. 0 where it does not move.
double usual_step(
    const experiment::Experiments& experiments, std::size_t run, const Projection& home);

/// The line search of one step.
struct SearchLine {
    Vec2 from{}; ///< where the step begins
    std::span<const Vec2> tried{}; ///< in the order of the tries
    std::optional<Vec2> accepted{}; ///< the one that was stepped to
};
/// Of the step that leads to an entry; nothing tried where the rule searches no line.
SearchLine search_line(const optimizer::Trajectory& path, std::size_t entry);

} // namespace thalweg::panel
