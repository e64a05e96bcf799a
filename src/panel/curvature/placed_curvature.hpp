#pragma once

#include "panel/curvature/card_layout.hpp"
#include "panel/curvature/quadratic_model.hpp"

namespace thalweg::panel {

/// What the cards of some runs show, without a place.
struct CurvatureCards {
    Context context;
    std::vector<std::size_t> runs;
    std::vector<std::string> names; ///< in the order of the runs, as everywhere
    std::vector<CurvatureNumbers> numbers;

    CardLayout layout(const Setting& setting, double width) const;
};

/// The cards at their place.
class PlacedCurvature final : public PlacedPanel {
public:
    PlacedCurvature(std::shared_ptr<const CurvatureCards> cards, const Placement& placement);

    void draw_backdrop(canvas::Canvas& canvas, const experiment::Moment& moment) const override;
    void add_action_key(const experiment::Moment& moment, std::vector<double>& key) const override;
    void draw_action(canvas::Canvas& canvas, const experiment::Moment& moment) const override;

private:
    Box card(std::size_t index) const;
    Box picture(std::size_t index) const;
    Range column(std::size_t index, std::size_t number_column) const;
    Vec2 cell(std::size_t index, std::size_t row) const;
    double base(std::size_t index, std::size_t line) const;
    void draw_model(canvas::Canvas& canvas, std::size_t index, const Reading& reading) const;
    void draw_axes(canvas::Canvas& canvas, const Box& box, const QuadraticModel& model) const;
    void draw_numbers(canvas::Canvas& canvas, std::size_t index, const Reading& reading) const;
    void draw_comparison(canvas::Canvas& canvas, std::size_t index, const Reading& reading) const;
    canvas::TextStyle style(const Color& color) const
    {
        return {.size = format_.type.small, .color = color};
    }

    std::shared_ptr<const CurvatureCards> cards_;
    canvas::Format format_;
    Box box_;
    CardLayout layout_;
    std::vector<std::string> names_; ///< as they fit
};

} // namespace thalweg::panel
