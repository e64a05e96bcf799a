#pragma once

#include "core/options.hpp"
#include "surface/surface.hpp"

namespace thalweg::surface {

/// `{kind: least-squares, file: points.csv}`: the mean squared error of a linear model of two
/// parameters.
SurfacePtr make_least_squares(Options& options);

/// `{kind: logistic, file: points.csv}`: the mean logistic loss of a linear classifier of two
/// parameters; targets are 0 and 1.
SurfacePtr make_logistic(Options& options);

} // namespace thalweg::surface
