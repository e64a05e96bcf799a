#include "surface/catalogue.hpp"

#include "surface/data/grid_surface.hpp"
#include "surface/data/regressions.hpp"
#include "surface/formula/formula_surface.hpp"
#include "surface/functions/camels.hpp"
#include "surface/functions/hills.hpp"
#include "surface/functions/kinked.hpp"
#include "surface/functions/many_minima.hpp"
#include "surface/functions/polynomials.hpp"
#include "surface/functions/quadratics.hpp"
#include "surface/functions/valleys.hpp"
#include "surface/functions/waves.hpp"

namespace thalweg::surface {

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
    {"stretched-quadratic", "a bowl with unequal, turned axes", make<StretchedQuadratic>},
    {"saddle", "a valley that crosses a ridge", make<Saddle>},
    {"monkey-saddle", "three valleys and three ridges that meet", make<MonkeySaddle>},
    {"rosenbrock", "a narrow, curved valley", make<Rosenbrock>},
    {"himmelblau", "four equal minima around a maximum", make<Himmelblau>},
    {"multimodal", "a bowl with waves and many minima", make<Multimodal>},
    {"three-hump-camel", "a global minimum between two local ones", make<ThreeHumpCamel>},
    {"six-hump-camel", "three pairs of minima, the middle pair the lowest", make<SixHumpCamel>},
    {"n-hump-camel", "as many minima in a row as asked for", make<NHumpCamel>},
    {"beale", "a flat valley between steep corners", make<Beale>},
    {"booth", "a slanted quadratic valley", make<Booth>},
    {"matyas", "a quadratic plate, hardly curved along its diagonal", make<Matyas>},
    {"branin", "three equal minima in a curved trough", make<Branin>},
    {"goldstein-price", "values over six decades around four minima", make<GoldsteinPrice>},
    {"mccormick", "waves along a slanted valley", make<McCormick>},
    {"styblinski-tang", "four wells, one of them the deepest", make<StyblinskiTang>},
    {"rastrigin", "a bowl with a regular grid of minima", make<Rastrigin>},
    {"ackley", "a funnel under a rippled plain", make<Ackley>},
    {"griewank", "a wide bowl with waves", make<Griewank>},
    {"levy", "a bowl with unequal waves", make<Levy>},
    {"easom", "a needle's hole in a wide plain", make<Easom>},
    {"eggholder", "deep, crooked pockets; the lowest on the domain's edge", make<Eggholder>},
    {"bukin", "a sharp, nearly level crease along a parabola", make<Bukin>},
    {"cross-in-tray", "four equal minima beside creases along both axes", make<CrossInTray>},
    {"schaffer", "rings of hyperbolas that hide the middle", make<Schaffer>},
    {"peaks", "three hills and three hollows", make<Peaks>},
    {"double-well", "two wells with a pass between them", make<DoubleWell>},
    {"gaussian-mixture", "hollows and hills where you want them", make<GaussianMixture>},
    {"ravine", "a winding ravine with steep walls", make<Ravine>},
    {"plateau", "a nearly level plateau that ends at a cliff", make<Plateau>},
    {"formula", "your own formula of x and y", make_formula},
    {"grid",
        "your own measurements on a rectangular grid; between them runs the bicubic spline with "
        "not-a-knot ends",
        make_grid},
    {"least-squares", "the squared error of a line through your points", make_least_squares},
    {"logistic", "the loss of a linear classifier of your points", make_logistic},
};

} // namespace

std::span<const Kind<SurfacePtr>> surface_kinds()
{
    return kKinds;
}

} // namespace thalweg::surface
