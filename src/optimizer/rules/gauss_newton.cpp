#include "optimizer/rules/gauss_newton.hpp"

#include "core/solve.hpp"

namespace thalweg::optimizer {

namespace {

/// Of one step; by then μ is 2^435 times the first, and a step is nothing.
constexpr int kTries = 30;

double squares(const std::vector<Jet<double>>& residuals)
{
    double sum = 0;
    for (const Jet<double>& r : residuals)
        sum += sq(r.v);
    return sum;
}

} // namespace

NormalEquations::NormalEquations(const std::vector<Jet<double>>& residuals)
{
    for (const Jet<double>& r : residuals) {
        matrix.xx += r.x * r.x;
        matrix.xy += r.x * r.y;
        matrix.yy += r.y * r.y;
        right += r.v * gradient(r);
    }
}

GaussNewton::GaussNewton(Options& options)
    : form_(options.choice("form", Form::pure,
        {{"pure", Form::pure}, {"levenberg-marquardt", Form::levenberg_marquardt}},
        "pure: the full step, wherever it leads; levenberg-marquardt: downhill"))
    , damping_(options.number("damping", 1e-3, {.above = 0},
          "the first μ of levenberg-marquardt, as a share of the largest entry of JᵀJ"))
{
}

Vec2 GaussNewton::step(const Probe& f, Vec2 x, double learning_rate)
{
    const auto residuals = f.residuals(x);
    if (residuals.empty())
        return stop(x, "the surface is no sum of squares");
    if (form_ == Form::levenberg_marquardt)
        return damped_step(f, x, residuals);
    const NormalEquations equations(residuals);
    const auto toward = solve(equations.matrix, -equations.right);
    if (!toward)
        return stop(x, "the normal equations are singular");
    return x + learning_rate * *toward;
}

Vec2 GaussNewton::damped_step(const Probe& f, Vec2 x, const std::vector<Jet<double>>& residuals)
{
    const auto& [a, g] = NormalEquations(residuals);
    auto& [mu, growth] = state_;
    if (mu == 0)
        mu = damping_ * std::max(a.xx, a.yy);
    const double here = squares(residuals);
    for (int i = 0; i < kTries; ++i) {
        const Vec2 toward = solve({a.xx + mu, a.xy, a.yy + mu}, -g).value_or(Vec2{});
        f.tell_trial(x + toward);
        // The fall that came to the fall that was foretold.
        const double gain = (here - f.value(x + toward)) / dot(toward, mu * toward - g);
        if (gain > 0) {
            mu *= std::max(1.0 / 3, 1 - cube(2 * gain - 1));
            growth = 2;
            return x + toward;
        }
        mu *= growth; // it rose, or the equations are singular
        growth *= 2;
    }
    state_ = {};
    return x;
}

} // namespace thalweg::optimizer
