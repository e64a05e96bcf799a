#include "contour/flow_line.hpp"

#include "core/solve.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::contour {

namespace {

constexpr double kGamma = 0.29289321881345254; // 1 - 1/√2
constexpr double kShort = 0.02; // of the longest step: a line that moves so little has arrived
constexpr int kMostShortSteps = 12;
constexpr double kLeast = 1e-3; // of the longest step: nothing shorter is tried
constexpr double kSafety = 0.9, kLeastChange = 0.2, kMostChange = 5;

/// I - time·γ·sign·H.
Sym2 step_matrix(const Jet<double>& j, double sign, double time)
{
    const double s = time * kGamma * sign;
    return {1 - s * j.xx, -s * j.xy, 1 - s * j.yy};
}

bool is_positive_definite(const Sym2& m)
{
    return m.xx > 0 && m.determinant() > 0;
}

} // namespace

FlowLine::FlowLine(const surface::Surface& f, Vec2 from, bool uphill, const Steps& steps)
    : f_(f)
    , at_(from)
    , sign_(uphill ? 1 : -1)
    , steps_(steps)
{
}

std::optional<FlowLine::Step> FlowLine::step(const Jet<double>& j, double time) const
{
    const Sym2 matrix = step_matrix(j, sign_, time);
    if (!is_positive_definite(matrix))
        return std::nullopt;
    const Vec2 first = solve_regular(matrix, sign_ * gradient(j));
    const Vec2 later = sign_ * f_.slope(at_ + time * first).gradient;
    const Vec2 second = solve_regular(matrix, later - 2 * first);
    const Step step{.to = at_ + time * (1.5 * first + 0.5 * second),
        .error = length(0.5 * time * (first + second))};
    if (!is_finite(step.to) || !std::isfinite(step.error))
        return std::nullopt;
    return step;
}

std::optional<Vec2> FlowLine::advance()
{
    const Jet<double> j = f_.jet(at_);
    const double speed = length(gradient(j));
    if (!(speed > 0) || !std::isfinite(speed) || !std::isfinite(j.v + j.xx + j.xy + j.yy))
        return std::nullopt;
    if (time_ == 0)
        time_ = steps_.longest / speed;
    // A step with the least length at the present speed is the shortest that is tried.
    const double least_time = std::min(time_, kLeast * steps_.longest / speed);
    while (time_ >= least_time) {
        const auto tried = step(j, time_);
        const double moved = tried ? length(tried->to - at_) : 0;
        const bool is_good = tried && tried->error <= steps_.tolerance
            && moved <= 1.2 * steps_.longest
            && f_.definedness(hull({{at_.x, at_.x}, {at_.y, at_.y}},
                   {{tried->to.x, tried->to.x}, {tried->to.y, tried->to.y}}))
                >= Definedness::continuous;
        double change = 0.5;
        if (tried) {
            const double by_error = kSafety * std::sqrt(steps_.tolerance / tried->error);
            const double by_length = moved > 0 ? steps_.longest / moved : kMostChange;
            change = std::clamp(std::min(by_error, by_length), kLeastChange, kMostChange);
        }
        if (!is_good) {
            time_ *= std::min(change, 0.5);
            continue;
        }
        time_ *= change;
        short_steps_ = moved < kShort * steps_.longest ? short_steps_ + 1 : 0;
        if (short_steps_ > kMostShortSteps || moved == 0)
            return std::nullopt;
        at_ = tried->to;
        return at_;
    }
    return std::nullopt;
}

} // namespace thalweg::contour
