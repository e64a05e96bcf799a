#include "surface/curvature.hpp"

#include "surface/critical_points.hpp"

namespace thalweg::surface {

namespace {

LocalShape shape_of(const Sym2& hessian, const Eigenvalues& values, double negligible)
{
    if (!std::isfinite(values.low) || !std::isfinite(values.high))
        return LocalShape::undefined;
    if (std::max(std::abs(values.low), std::abs(values.high)) <= negligible)
        return LocalShape::flat;
    switch (classify(hessian)) {
    case CriticalKind::minimum:
        return LocalShape::bowl;
    case CriticalKind::maximum:
        return LocalShape::dome;
    case CriticalKind::saddle:
        return LocalShape::saddle;
    case CriticalKind::degenerate:
        break;
    }
    const double trace = values.low + values.high;
    return trace > 0 ? LocalShape::valley : trace < 0 ? LocalShape::ridge : LocalShape::flat;
}

} // namespace

Curvature curvature_of(const Sym2& hessian, double negligible)
{
    const Eigenvalues values = eigenvalues(hessian);
    const LocalShape shape = shape_of(hessian, values, negligible);
    if (shape == LocalShape::undefined)
        return {.values = values};
    const double angle = 0.5 * thalweg::atan2(2 * hessian.xy, hessian.xx - hessian.yy);
    const auto [sine, cosine] = thalweg::sincos(angle);
    return {
        .values = values, .low_axis = {-sine, cosine}, .high_axis = {cosine, sine}, .shape = shape};
}

std::string_view name_of(LocalShape shape)
{
    constexpr std::string_view names[]
        = {"bowl", "dome", "saddle", "valley", "ridge", "flat", "undefined"};
    return names[static_cast<std::size_t>(shape)];
}

} // namespace thalweg::surface
