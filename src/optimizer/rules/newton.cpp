#include "optimizer/rules/newton.hpp"

#include "core/solve.hpp"
#include "optimizer/line_search.hpp"

namespace thalweg::optimizer {

Newton::Newton(Options& options)
    : form_(options.choice("form", Form::pure,
        {{"pure", Form::pure}, {"damped", Form::damped}, {"line-search", Form::line_search}},
        "pure: to the nearest stationary point, of any kind; damped, line-search: downhill"))
    , damping_(options.number("damping", 1, {.above = 0},
          "least eigenvalue of the shifted Hessian where it would have none above 0, and added to "
          "it where damped"))
{
}

double Newton::shift(const Sym2& hessian) const
{
    const double least = eigenvalues(hessian).low;
    switch (form_) {
    case Form::pure:
        return 0;
    case Form::damped:
        return damping_ + std::max(0.0, -least);
    case Form::line_search:
        return least > 0 ? 0 : damping_ - least;
    }
    return 0;
}

Vec2 Newton::step(const Probe& f, Vec2 x, double learning_rate)
{
    const Vec2 g = f.gradient(x);
    const Sym2 h = f.hessian(x);
    const double mu = shift(h);
    const auto toward = solve({h.xx + mu, h.xy, h.yy + mu}, -g);
    if (!toward)
        return stop(x, "the Hessian is singular");
    if (form_ != Form::line_search)
        return x + learning_rate * *toward;
    const LinePoint here{.point = x, .value = f.value(x), .gradient = g};
    return armijo_point(f, Line(here, *toward), learning_rate).value_or(x);
}

} // namespace thalweg::optimizer
