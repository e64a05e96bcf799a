#pragma once

#include "core/math.hpp"
#include "surface/surface.hpp"

#include <array>
#include <cstddef>

namespace thalweg::surface {

/// One row of a table of points: what a model is given, and what it should say.
struct Sample {
    Vec2 inputs;
    double target = 0;
};

/// The points that a loss is about, with the names of their columns; those are empty where the file
/// has none.
struct Samples {
    std::vector<Sample> list{};
    std::string source{}; ///< the file's name
    std::array<std::string, 2> input_names{}; ///< empty for an intercept, too
    std::string target_name{};
};

/// What a model says of inputs (u, v) at parameters (x, y), by z = x u + y v.
enum class Prediction {
    number, ///< z
    probability ///< of target 1, by the logistic function of z
};

/// A loss that is the mean of one loss per data point, so that stochastic descent can take real
/// mini-batches.
class DataSurface : public Surface {
public:
    /// The points, at least two.
    virtual const Samples& data() const = 0;
    std::size_t samples() const { return data().list.size(); }
    virtual Prediction predicts() const = 0;
    double predict(Vec2 inputs, Vec2 p) const
    {
        const double z = dot(inputs, p);
        return predicts() == Prediction::number ? z : 0.5 + 0.5 * thalweg::tanh(0.5 * z);
    }

    /// The gradient of the mean loss of some of them.
    ///
    /// indices  each below samples(), at least one; a repeated one counts as often
    virtual Vec2 gradient_of_batch(std::span<const std::size_t> indices, Vec2 p) const = 0;

protected:
    using Surface::Surface;
};

} // namespace thalweg::surface
