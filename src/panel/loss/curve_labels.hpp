#pragma once

#include "panel/loss/loss_line.hpp"

namespace thalweg::panel {

/// The names of runs beside their curves' ends, in pictures that have no legend.
class CurveLabels {
public:
    CurveLabels(const experiment::Experiments& experiments, const std::vector<Curve>& curves,
        const LossProjection& project, const Setting& setting);

    /// The room that they take at the right of the box.
    static double room(const experiment::Experiments& experiments, const std::vector<Curve>& curves,
        const Setting& setting);

    void draw(canvas::Canvas& canvas, const experiment::Experiments& experiments) const;

private:
    struct Label {
        std::size_t run;
        std::string name;
        double y; ///< of its middle
    };
    double left_, size_, least_, radius_;
    std::vector<Label> labels_{};
};

} // namespace thalweg::panel
