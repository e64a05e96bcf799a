#pragma once

#include "panel/loss/loss_line.hpp"
#include "panel/marker.hpp"

namespace thalweg::panel {

/// The first step after which a run's quantity is no more than a target; none where it never is.
std::optional<std::size_t> first_reach(const Curve& curve, double target);

/// Lines at values that runs are to reach, and marks where each run first does.
class Targets {
public:
    Targets(const std::vector<double>& values, const std::vector<LossLine>& lines,
        const LossProjection& project, const Setting& setting);

    /// The dashed lines; their values stand at the axis.
    void draw_lines(canvas::Canvas& canvas) const;
    /// A mark on the line for each run that has reached it, with the step's number where there is
    /// room.
    void draw_reached(canvas::Canvas& canvas, const experiment::Experiments& experiments,
        const experiment::Moment& moment) const;

private:
    struct Reach {
        std::size_t run, step;
        Vec2 at;
        std::string label{}; ///< empty: no room
        Vec2 label_at{}; ///< its left middle
    };

    void place_labels(const std::vector<LossLine>& lines, canvas::TextMetrics& metrics);

    canvas::Format format_;
    Box box_;
    std::vector<double> heights_{};
    std::vector<Reach> reached_{};
};

} // namespace thalweg::panel
