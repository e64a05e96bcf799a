#include "optimizer/rules/cma_es.hpp"

#include "core/math.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace thalweg::optimizer {

namespace {

constexpr double kN = 2;
/// The mean length of a normal vector of the plane: √(π / 2), exactly.
constexpr double kMeanLength = 1.2533141373155003;

/// C^p of a positive semi-definite matrix, for p = 1/2 and p = -1/2.
Sym2 power(const Sym2& m, double p)
{
    const auto [low, high] = eigenvalues(m);
    // A cloud that has become a line by rounding keeps a little width.
    const double floor = std::max(1e-14 * high, 1e-300);
    const double a = thalweg::pow(std::max(high, floor), p),
                 b = thalweg::pow(std::max(low, floor), p);
    if (high - low <= 1e-15 * high)
        return {a, 0, a};
    // On the eigenspaces m - low and high - m vanish in turn.
    const double s = (a - b) / (high - low);
    return {b + s * (m.xx - low), s * m.xy, b + s * (m.yy - low)};
}

} // namespace

CmaEs::CmaEs(Options& options)
    : sigma_(options.number("sigma", 0.5, {.above = 0}, "width of the first cloud"))
    , population_(options.integer("population", 6, {.min = 4, .max = 1000}, "samples a step"))
    , seed_(options.integer("seed", 1, {.min = 0}, "of the samples"))
{
    const int half = population_ / 2;
    for (int i = 1; i <= half; ++i)
        weights_.push_back(thalweg::log((population_ + 1) / 2.0) - thalweg::log(i));
    const double total = std::accumulate(weights_.begin(), weights_.end(), 0.0);
    double squares = 0;
    for (double& w : weights_) {
        w /= total;
        squares += w * w;
    }
    mu_eff_ = 1 / squares;
    c_sigma_ = (mu_eff_ + 2) / (kN + mu_eff_ + 5);
    d_sigma_ = 1 + 2 * std::max(0.0, std::sqrt((mu_eff_ - 1) / (kN + 1)) - 1) + c_sigma_;
    c_c_ = (4 + mu_eff_ / kN) / (kN + 4 + 2 * mu_eff_ / kN);
    c_1_ = 2 / ((kN + 1.3) * (kN + 1.3) + mu_eff_);
    c_mu_ = std::min(1 - c_1_, 2 * (mu_eff_ - 2 + 1 / mu_eff_) / ((kN + 2) * (kN + 2) + mu_eff_));
}

std::vector<CmaEs::Sample> CmaEs::samples(const Probe& f, Vec2 mean)
{
    const Sym2 shape = power(state_.covariance, 0.5);
    std::vector<Sample> list(static_cast<std::size_t>(population_));
    for (Sample& sample : list) {
        sample.move = shape * state_.random.normal2();
        const double value = f.value(mean + state_.sigma * sample.move);
        sample.value = std::isnan(value) ? std::numeric_limits<double>::infinity() : value;
    }
    std::ranges::stable_sort(list, {}, &Sample::value);
    return list;
}

void CmaEs::learn_covariance(const std::vector<Sample>& best, bool stalled)
{
    Sym2& c = state_.covariance;
    const double keep = 1 - c_1_ - c_mu_ + (stalled ? c_1_ * c_c_ * (2 - c_c_) : 0);
    c = {keep * c.xx, keep * c.xy, keep * c.yy};
    const auto add = [&c](double weight, Vec2 v) {
        c = {c.xx + weight * v.x * v.x, c.xy + weight * v.x * v.y, c.yy + weight * v.y * v.y};
    };
    add(c_1_, state_.covariance_path);
    for (std::size_t i = 0; i < weights_.size(); ++i)
        add(c_mu_ * weights_[i], best[i].move);
}

Vec2 CmaEs::step(const Probe& f, Vec2 x, double)
{
    if (state_.sigma == 0) {
        state_.sigma = sigma_;
        state_.random = Random(static_cast<std::uint64_t>(seed_));
    }
    const auto best = samples(f, x);
    Vec2 move;
    for (std::size_t i = 0; i < weights_.size(); ++i)
        move += weights_[i] * best[i].move;

    auto& [sigma, covariance, sigma_path, covariance_path, generation, random] = state_;
    const Vec2 next = x + sigma * move;
    ++generation;
    sigma_path = (1 - c_sigma_) * sigma_path
        + std::sqrt(c_sigma_ * (2 - c_sigma_) * mu_eff_) * (power(covariance, -0.5) * move);
    const double warmed = std::sqrt(1 - thalweg::pow(1 - c_sigma_, 2 * generation));
    // A long path means that sigma is about to grow: the covariance must not grow as well.
    const bool stalled = norm(sigma_path) / warmed >= (1.4 + 2 / (kN + 1)) * kMeanLength;
    covariance_path = (1 - c_c_) * covariance_path;
    if (!stalled)
        covariance_path += std::sqrt(c_c_ * (2 - c_c_) * mu_eff_) * move;
    learn_covariance(best, stalled);
    sigma *= thalweg::exp(c_sigma_ / d_sigma_ * (norm(sigma_path) / kMeanLength - 1));
    return next;
}

} // namespace thalweg::optimizer
