#pragma once

#include "panel/axes.hpp"
#include "panel/data/model_line.hpp"
#include "panel/data/plan.hpp"

namespace thalweg::panel {

/// What stands around the points: axes and, above the box, what tells the classes apart.
struct DataFrame {
    AxesMarks axes{};
    std::string class_one{}, class_zero{}; ///< empty: no key

    static DataFrame of(
        const DataPlan& plan, const DataView& view, const Box& box, const Setting& setting);
    Insets insets(const Box& box, const Setting& setting) const;
    /// The least width of a panel with this key.
    double key_width(const Setting& setting) const;
};

/// Data with the models of runs at its place.
class PlacedData final : public PlacedPanel {
public:
    PlacedData(const DataPlan& plan, const Context& context, std::shared_ptr<const DataView> view,
        const Placement& placement);

    void draw_backdrop(canvas::Canvas& canvas, const experiment::Moment& moment) const override;
    void add_action_key(const experiment::Moment& moment, std::vector<double>& key) const override;
    void draw_action(canvas::Canvas& canvas, const experiment::Moment& moment) const override;

private:
    /// A run's model at a moment.
    struct Shown {
        std::size_t run;
        Vec2 parameters;
        double opacity; ///< below 1 once the run is lost
        ModelLine line;
    };

    const surface::DataSurface& surface() const;
    std::vector<Shown> shown_at(const experiment::Moment& moment) const;
    Color color_of(const canvas::Canvas& canvas, const Shown& one) const;
    double place_on_line(std::size_t i) const;
    void draw_points(canvas::Canvas& canvas) const;
    void draw_key(canvas::Canvas& canvas) const;
    void draw_residuals(canvas::Canvas& canvas, const Shown& one) const;
    void draw_lines(canvas::Canvas& canvas, const std::vector<Shown>& all) const;
    void draw_marker(canvas::Canvas& canvas, const Shown& one, std::size_t i) const;
    void draw_agreement(canvas::Canvas& canvas, const Shown& one) const;

    DataPlan plan_;
    Context context_;
    std::shared_ptr<const DataView> view_;
    canvas::Format format_;
    Projection project_;
    Box outer_;
    DataFrame frame_;
    double dot_; ///< the radius of a point's dot
    std::vector<Vec2> dots_, crosses_; ///< places of points, crosses those of class 0
    canvas::Path ticks_; ///< of the points of two classes along one input, which has no dots
    std::vector<std::size_t> sampled_; ///< of agreement: the samples that are shown
};

} // namespace thalweg::panel
