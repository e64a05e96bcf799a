#include "optimizer/rules/newton.hpp"

#include "optimizer/solve.hpp"

namespace thalweg {

Vec2 Newton::step(const Probe& f, Vec2 x, double learning_rate)
{
    const auto toward = solve(f.hessian(x), -f.gradient(x));
    return toward ? x + learning_rate * *toward : stop(x, "the Hessian is singular");
}

} // namespace thalweg
