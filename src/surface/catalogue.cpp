#include "surface/catalogue.hpp"

#include "surface/functions/many_minima.hpp"
#include "surface/functions/quadratics.hpp"
#include "surface/functions/valleys.hpp"

namespace thalweg {

namespace {

/// A function's surface, after reading its options where it has any.
template <class Function>
SurfacePtr make(Options& options)
{
    if constexpr (requires { Function::read(options); })
        return std::make_shared<FunctionSurface<Function>>(Function::read(options));
    else
        return std::make_shared<FunctionSurface<Function>>(Function{});
}

constexpr Kind<SurfacePtr> kKinds[] = {
    {"bowl", "a quadratic bowl, its axes equal or not, turned or not", make<Bowl>},
    {"saddle", "a valley that crosses a ridge", make<Saddle>},
    {"rosenbrock", "a narrow, curved valley", make<Rosenbrock>},
    {"himmelblau", "four equal minima around a maximum", make<Himmelblau>},
    {"multimodal", "a bowl with waves and many minima", make<Multimodal>},
};

} // namespace

std::span<const Kind<SurfacePtr>> surface_kinds()
{
    return kKinds;
}

} // namespace thalweg
