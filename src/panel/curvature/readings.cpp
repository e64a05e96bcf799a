#include "panel/curvature/readings.hpp"

#include "core/jet.hpp"
#include "optimizer/stability.hpp"
#include "panel/contour/heads.hpp"
#include "panel/numbers.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

constexpr double kNegligible = 1e-6; // of the heights, over half of the domain
constexpr int kDigits = 4, kRateDigits = 3; // of a number of a usual size
constexpr int kMostDecimals = 6;
constexpr double kMostPlain = 1e5;
constexpr std::size_t kSamples = 400; // of a run, for the form of its numbers

std::optional<double> number_of(const Reading& reading, CurvatureRow row)
{
    const bool is_known = reading.curvature.shape != surface::LocalShape::undefined;
    switch (row) {
    case CurvatureRow::high:
        return is_known ? std::optional(reading.curvature.values.high) : std::nullopt;
    case CurvatureRow::low:
        return is_known ? std::optional(reading.curvature.values.low) : std::nullopt;
    case CurvatureRow::condition:
        return is_known ? std::optional(reading.condition_number) : std::nullopt;
    case CurvatureRow::learning_rate:
        return reading.learning_rate;
    case CurvatureRow::critical:
        break;
    }
    return reading.critical;
}

/// The decimals that give the middle one of some numbers its digits.
std::optional<int> decimals_for(std::vector<double> sizes, int digits = kDigits)
{
    std::erase_if(sizes, [](double size) { return !(size > 0) || !std::isfinite(size); });
    if (sizes.empty())
        return 0;
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::ranges::nth_element(sizes, middle);
    const int whole = static_cast<int>(std::floor(thalweg::log10(*middle))) + 1;
    const int decimals = std::max(digits - whole, 0);
    return decimals <= kMostDecimals ? std::optional(decimals) : std::nullopt;
}

std::string in_form(double value, std::optional<int> decimals)
{
    return decimals && std::abs(value) < kMostPlain ? decimal_text(value, *decimals)
                                                    : short_number(value);
}

/// Digits are equally wide.
std::string with_wide_digits(std::string text)
{
    std::ranges::replace_if(
        text, [](char c) { return c >= '0' && c <= '9'; }, '8');
    return text;
}

/// The learning rate of the step that led to the entry.
std::optional<double> rate_at(
    const experiment::RunPlan& plan, const optimizer::Trajectory& path, std::size_t entry)
{
    const bool takes_none = plan.optimizer.path || plan.optimizer.facts.learning_rate == 0;
    if (takes_none || entry >= path.learning_rates.size())
        return std::nullopt;
    return path.learning_rates[entry];
}

Reading reading_of(
    const experiment::Experiments& experiments, std::size_t run, Vec2 at, std::size_t entry)
{
    const experiment::Experiment& experiment = experiments.of_run(run);
    const experiment::RunPlan& plan = experiments.run_plan(run);
    const surface::Surface& surface = *experiment.plan.surface;
    Reading reading{.hessian = hessian(surface.jet(at))};
    reading.curvature = surface::curvature_of(reading.hessian, negligible_curvature(experiment));
    reading.condition_number = optimizer::condition_number(surface, at);
    reading.learning_rate = rate_at(plan, experiments.trajectory(run), entry);
    if (plan.optimizer.rule)
        reading.critical = optimizer::repelling_learning_rate(surface, *plan.optimizer.rule, at);
    return reading;
}

} // namespace

double negligible_curvature(const experiment::Experiment& experiment)
{
    const std::vector<double>& levels = experiment.levels;
    if (levels.size() < 2)
        return 0;
    const Box& domain = experiment.plan.domain;
    const double half = 0.5 * std::max(domain.width(), domain.height());
    return kNegligible * (levels.back() - levels.front()) / sq(half);
}

Reading reading_at(
    const experiment::Experiments& experiments, std::size_t run, const experiment::Moment& moment)
{
    const optimizer::Trajectory& path = experiments.trajectory(run);
    if (is_lost(path, moment))
        return {.is_lost = true};
    const double step = std::clamp<double>(moment.steps[run], 0, path.steps());
    return reading_of(experiments, run, experiment::position_at(path, step),
        static_cast<std::size_t>(std::floor(step)));
}

const std::string& label_of(CurvatureRow row)
{
    static const std::array<std::string, kCurvatureRows> labels{"eigenvalue $\\lambda_1$",
        "eigenvalue $\\lambda_2$", "condition number", "learning rate", "critical rate"};
    return labels[static_cast<std::size_t>(row)];
}

CurvatureNumbers::CurvatureNumbers(const experiment::Experiments& experiments, std::size_t run)
{
    const std::vector<Vec2>& points = experiments.trajectory(run).points;
    const std::size_t every = std::max<std::size_t>((points.size() + kSamples - 1) / kSamples, 1);
    std::vector<Reading> readings;
    for (std::size_t i = 0; i < points.size(); i += every)
        readings.push_back(reading_of(experiments, run, points[i], i));
    const auto sizes_of = [&](CurvatureRow row) {
        std::vector<double> sizes;
        for (const Reading& reading : readings)
            if (const auto number = number_of(reading, row))
                sizes.push_back(std::abs(*number));
        return sizes;
    };
    const auto form = [&](CurvatureRow row) -> std::optional<int>& {
        return decimals_[static_cast<std::size_t>(row)];
    };
    for (const CurvatureRow row : {CurvatureRow::high, CurvatureRow::low})
        form(row) = decimals_for(sizes_of(row));
    form(CurvatureRow::condition)
        = std::min(decimals_for(sizes_of(CurvatureRow::condition)), std::optional<int>(1));
    // One below the other, rates are compared digit by digit.
    const auto rate = decimals_for(sizes_of(CurvatureRow::learning_rate), kRateDigits);
    const auto critical = decimals_for(sizes_of(CurvatureRow::critical), kRateDigits);
    form(CurvatureRow::learning_rate) = form(CurvatureRow::critical)
        = rate && critical ? std::max(rate, critical) : std::nullopt;
    for (std::size_t row = 0; row < kCurvatureRows; ++row)
        for (const Reading& reading : readings)
            if (const std::string one
                = with_wide_digits(text(reading, static_cast<CurvatureRow>(row)));
                std::ranges::find(widest_[row], one) == widest_[row].end())
                widest_[row].push_back(one);
}

std::string CurvatureNumbers::text(const Reading& reading, CurvatureRow row) const
{
    const auto number = number_of(reading, row);
    return number ? in_form(*number, decimals_[static_cast<std::size_t>(row)]) : "–";
}

std::string verdict_of(const Reading& reading, const optimizer::Trajectory& path)
{
    return std::string(reading.is_lost ? optimizer::lost_word(path.outcome)
                                       : surface::name_of(reading.curvature.shape));
}

std::optional<bool> is_beyond_critical(const Reading& reading)
{
    if (!reading.learning_rate || !reading.critical)
        return std::nullopt;
    return *reading.learning_rate >= *reading.critical;
}

} // namespace thalweg::panel
