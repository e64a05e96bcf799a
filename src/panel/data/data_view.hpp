#pragma once

#include "panel/panel.hpp"
#include "surface/data_surface.hpp"

namespace thalweg::panel {

/// How data and a model of them are shown.
enum class DataForm {
    curve, ///< what the model says over the one input that varies
    border, ///< the line between the two classes of a classifier, over two inputs
    agreement ///< targets over what the model says of two inputs: best on the diagonal
};

/// The plane in which data are shown.
struct DataView {
    DataForm form = DataForm::curve;
    Box range{}; ///< of the axes
    std::string x_name{}, y_name{}; ///< as texts: a dollar is a dollar
    std::string class_name{}; ///< of borders: the target's
    bool has_classes = false; ///< of curves: all targets are 0 or 1
    std::vector<Vec2> points{}; ///< one for each sample, in its order; none where runs move them
    std::vector<double> targets{}; ///< likewise
    std::size_t varying = 1; ///< of curves: the number of the input that varies
    double constant = 1; ///< of curves: the other one

    /// Of curves: the inputs where the varying one has a value.
    Vec2 inputs(double value) const
    {
        return varying == 1 ? Vec2{constant, value} : Vec2{value, constant};
    }
};

DataView data_view(const surface::DataSurface& surface);

/// Some of many points that look like all: no two of one small square.
///
/// Returns  rising indices
std::vector<std::size_t> distinct_places(std::span<const Vec2> points, double side);

} // namespace thalweg::panel
