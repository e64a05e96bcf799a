#pragma once

#include "panel/loss/curve_labels.hpp"
#include "panel/loss/targets.hpp"

namespace thalweg::panel {

/// The dashes of the curves of an experiment, in widths of the line, where a panel shows several:
/// the first one's are solid.
std::span<const double> experiment_dashes(std::size_t experiment);

/// A loss curve at its place. What was walked is settled in strips of a few columns, so that a
/// frame draws only unfinished ends and heads.
class PlacedLoss final : public PlacedPanel {
public:
    PlacedLoss(const Context& context, const LossWords& words,
        std::shared_ptr<const std::vector<Curve>> curves, const Placement& placement);

    void draw_backdrop(canvas::Canvas& canvas, const experiment::Moment& moment) const override;
    std::size_t settled(const experiment::Moment& moment) const override;
    void draw_settled(
        canvas::Canvas& canvas, const experiment::Moment& moment, std::size_t block) const override;
    void draw_action(canvas::Canvas& canvas, const experiment::Moment& moment) const override;

private:
    void set_dashes();
    void dash_what_hides();
    std::size_t first_shown(const LossLine& line, const experiment::Moment& moment) const;
    void stroke(canvas::Canvas& canvas, const LossLine& line, std::size_t first,
        std::span<const Vec2> points) const;
    void draw_walked(
        canvas::Canvas& canvas, const LossLine& line, double step, std::size_t strip) const;
    void draw_rest(canvas::Canvas& canvas, const LossLine& line) const;
    void draw_head(
        canvas::Canvas& canvas, const LossLine& line, const experiment::Moment& moment) const;
    /// The part of the panel from one strip to another, lines at the panel's border included.
    Box strips(std::size_t first, std::size_t last) const;
    Box clip() const { return strips(0, kLossStrips - 1); }

    Context context_;
    std::shared_ptr<const std::vector<Curve>> curves_;
    canvas::Format format_;
    LossProjection project_;
    double left_; ///< where the caption begins
    LossAxes axes_;
    std::optional<CurveLabels> labels_;
    std::vector<LossLine> lines_;
    std::optional<Targets> targets_;
};

} // namespace thalweg::panel
