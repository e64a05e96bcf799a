#pragma once

#include "panel/contour/contour_labels.hpp"
#include "panel/contour/critical_marks.hpp"
#include "panel/contour/inset.hpp"

namespace thalweg::panel {

/// A contour map at its place. Immutable.
class PlacedContour final : public PlacedPanel {
public:
    PlacedContour(const ContourPlan& plan, const Context& context,
        std::shared_ptr<const Camera> camera, const Placement& placement);

    std::vector<double> view(const experiment::Moment& moment) const override;
    void draw_backdrop(canvas::Canvas& canvas, const experiment::Moment& moment) const override;
    std::size_t settled(const experiment::Moment& moment) const override;
    void draw_settled(
        canvas::Canvas& canvas, const experiment::Moment& moment, std::size_t block) const override;
    void add_action_key(const experiment::Moment& moment, std::vector<double>& key) const override;
    void draw_action(canvas::Canvas& canvas, const experiment::Moment& moment) const override;
    std::vector<Color> flat_colors(const canvas::Palette& palette) const override;

private:
    template <class Draw>
    void beside_inset(canvas::Canvas& canvas, const Draw& draw) const;

    ContourPlan plan_;
    canvas::Format format_;
    CriticalKey key_;
    Box inner_, outer_; ///< outer: without the key, which stands below
    Box key_box_;
    std::shared_ptr<const Camera> camera_;
    MapGround ground_;
    std::optional<Inset> inset_;
    MapAction action_;
    std::optional<ContourLabels> labels_;
};

} // namespace thalweg::panel
