#pragma once

#include "panel/loss/curves.hpp"
#include "panel/loss/loss_axes.hpp"

namespace thalweg::panel {

/// The dashes of the curves of an experiment, in widths of the line, where a panel shows several:
/// the first one's are solid.
std::span<const double> experiment_dashes(std::size_t experiment);

/// A loss curve at its place. What was walked is settled in blocks of a few columns, so that a
/// frame draws only unfinished ends and heads.
class PlacedLoss final : public PlacedPanel {
public:
    PlacedLoss(const Context& context, const std::string& caption,
        std::shared_ptr<const std::vector<Curve>> curves, const Placement& placement);

    void draw_backdrop(canvas::Canvas& canvas, const experiment::Moment& moment) const override;
    std::size_t settled(const experiment::Moment& moment) const override;
    void draw_settled(
        canvas::Canvas& canvas, const experiment::Moment& moment, std::size_t block) const override;
    void draw_action(canvas::Canvas& canvas, const experiment::Moment& moment) const override;

private:
    /// A curve as it is drawn: the points that are seen.
    struct Line {
        const Curve* curve;
        std::vector<std::size_t> steps{}; ///< of the points
        std::vector<Vec2> points{};
        std::vector<double> lengths{}; ///< of the line up to each point
        std::vector<std::size_t> block_ends{}; ///< the last point of each block
        std::vector<double> dashes{}; ///< empty: solid
    };
    Line line_of(const Curve& curve) const;
    void set_blocks(Line& line) const;
    void set_dashes();
    Vec2 place(const Curve& curve, std::size_t step) const;
    Vec2 head_of(const Line& line, double step) const;
    void stroke(canvas::Canvas& canvas, const Line& line, std::size_t first,
        std::span<const Vec2> points) const;
    void draw_head(
        canvas::Canvas& canvas, const Line& line, const experiment::Moment& moment) const;
    Box clip() const;

    Context context_;
    std::shared_ptr<const std::vector<Curve>> curves_;
    canvas::Format format_;
    LossProjection project_;
    LossAxes axes_;
    std::vector<Line> lines_;
};

} // namespace thalweg::panel
