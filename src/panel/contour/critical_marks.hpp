#pragma once

#include "canvas/canvas.hpp"
#include "canvas/format.hpp"
#include "experiment/experiment.hpp"
#include "panel/contour/plan.hpp"
#include "panel/contour/projection.hpp"

#include <string>
#include <vector>

namespace thalweg::panel {

/// Marks saddles by crosses, maxima by triangles and degenerate points by diamonds; smaller where
/// they are many.
///
/// scale  of markers: see map_scale
void draw_critical_points(canvas::Canvas& canvas, const Projection& project,
    const experiment::Experiment& experiment, double scale);

/// How far such a mark reaches, on a map of scale 1, in layout units.
constexpr double kCriticalReach = 5;

/// What marks of critical points mean, in lines below a map. Immutable.
class CriticalKey {
public:
    /// Of the marks that the map has; empty where the plan wants none.
    CriticalKey(const ContourPlan& plan, const experiment::Experiment& experiment);

    /// Of its lines and the gap above them; 0 where there is none.
    double height(double width, const Setting& setting) const;
    /// box  of that height, which is not 0
    void draw(canvas::Canvas& canvas, const Box& box, const canvas::Format& format) const;

private:
    struct Mark {
        surface::CriticalKind kind;
        bool is_local = false; ///< a minimum that is not the lowest

        std::string word() const;
        void draw(canvas::Canvas& canvas, Vec2 at, double scale) const;
    };
    struct Placed {
        Mark mark;
        Vec2 at; ///< middle of its left side, from the key's upper left corner
    };
    std::vector<Placed> layout(
        double width, const canvas::Format& format, canvas::TextMetrics& metrics) const;

    std::vector<Mark> marks_;
};

} // namespace thalweg::panel
