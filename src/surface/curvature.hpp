#pragma once

#include "core/vec2.hpp"

#include <string_view>

namespace thalweg::surface {

/// What a surface looks like around a point, to second order.
enum class LocalShape {
    bowl, ///< curves upwards in all directions
    dome, ///< curves downwards in all directions
    saddle, ///< upwards in some, downwards in others
    valley, ///< upwards in all directions but one, in which it does not curve
    ridge, ///< downwards in all directions but one
    flat, ///< does not curve
    undefined ///< the Hessian is not finite
};

/// A Hessian in the directions of its eigenvectors.
struct Curvature {
    Eigenvalues values{};
    Vec2 low_axis{1, 0}, high_axis{0, 1}; ///< of length 1, at right angles
    LocalShape shape = LocalShape::undefined;
};

/// Eigenvalues, eigenvectors and what they say.
///
/// negligible  eigenvalues of no more than this size count as none; one that is nothing beside the
///             other does, too, as for critical points
Curvature curvature_of(const Sym2& hessian, double negligible = 0);

/// "bowl", "dome", ...
std::string_view name_of(LocalShape shape);

} // namespace thalweg::surface
