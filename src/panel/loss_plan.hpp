#pragma once

#include "panel/panel.hpp"

namespace thalweg::panel {

enum class Quantity { loss, distance, gradient_norm, learning_rate };
enum class Against { steps, evaluations };
enum class AxisScale { automatic, linear, logarithmic };

/// One quantity of each run as a curve, or several side by side.
class LossPlan final : public PanelPlan {
public:
    std::unique_ptr<const Panel> prepare(const Context& context) const override;

    Quantity quantity = Quantity::loss;
    std::vector<Quantity> beside{}; ///< more quantities, each in axes of its own to the right
    std::vector<double> targets{}; ///< values of the quantity that runs are to reach
    Against against = Against::steps;
    AxisScale scale = AxisScale::automatic; ///< of the quantity
    std::string x_label{}, y_label{}; ///< empty: the quantity's own
};

} // namespace thalweg::panel
