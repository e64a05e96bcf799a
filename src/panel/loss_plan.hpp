#pragma once

#include "panel/panel.hpp"

namespace thalweg::panel {

enum class Quantity { loss, distance, gradient_norm, learning_rate };
enum class Against { steps, evaluations };
enum class AxisScale { automatic, linear, logarithmic };

/// One quantity of each run as a curve.
class LossPlan final : public PanelPlan {
public:
    std::unique_ptr<const Panel> prepare(const Context& context) const override;

    Quantity quantity = Quantity::loss;
    Against against = Against::steps;
    AxisScale scale = AxisScale::automatic; ///< of the quantity
    std::string x_label{}, y_label{}; ///< empty: the quantity's own
};

} // namespace thalweg::panel
