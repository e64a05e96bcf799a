#include "optimizer/rules/gradient_flow.hpp"

#include "core/math.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace thalweg::optimizer {

namespace {

constexpr int kMostInnerSteps = 100000;
constexpr int kStages = 7;

/// The pair's coefficients; the last row is the result of order 5 itself, so that its slope starts
/// the next step.
constexpr double kA[kStages][kStages - 1] = {
    {},
    {1.0 / 5},
    {3.0 / 40, 9.0 / 40},
    {44.0 / 45, -56.0 / 15, 32.0 / 9},
    {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
    {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
    {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84},
};
/// Order 5 less order 4.
constexpr double kError[kStages]
    = {71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40};

struct Trial {
    Vec2 point{};
    Vec2 slope{}; ///< at the point
    double error = 0;
};

Trial inner_step(const Probe& f, Vec2 x, Vec2 slope, double h)
{
    std::array<Vec2, kStages> k{slope};
    Trial trial;
    for (std::size_t stage = 1; stage < kStages; ++stage) {
        trial.point = x;
        for (std::size_t j = 0; j < stage; ++j)
            trial.point += h * kA[stage][j] * k[j];
        k[stage] = -f.gradient(trial.point);
    }
    Vec2 error;
    for (std::size_t j = 0; j < kStages; ++j)
        error += h * kError[j] * k[j];
    trial.slope = k.back();
    trial.error = norm(error);
    return trial;
}

} // namespace

Vec2 GradientFlow::step(const Probe& f, Vec2 x, double learning_rate)
{
    double& size = state_.size;
    Vec2 slope = -f.gradient(x);
    double left = learning_rate;
    if (size == 0)
        size = learning_rate;
    for (int i = 0; i < kMostInnerSteps; ++i) {
        const double h = std::min(size, left);
        const Trial trial = inner_step(f, x, slope, h);
        const double error = trial.error / (tolerance_ * std::max(1.0, norm(x)));
        // An error that is no number asks for a smaller step, too.
        const double scale = error == 0 ? 5 : std::clamp(0.9 * thalweg::pow(error, -0.2), 0.2, 5.0);
        size = error == error ? h * scale : 0.1 * h;
        if (!(error <= 1))
            continue;
        x = trial.point;
        slope = trial.slope;
        left -= h;
        if (left <= 0)
            return x;
    }
    return stop(x, "the flow is too fast to follow: a smaller learning rate may help");
}

} // namespace thalweg::optimizer
