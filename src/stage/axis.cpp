#include "stage/axis.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

namespace thalweg {

namespace {

constexpr int kFewestTicks = 3; // fewer do not show a scale

/// The smallest of 1, 2, 5 × 10^k that is at least `step`.
double round_up(double step)
{
    const double power = std::pow(10, std::floor(std::log10(step)));
    for (const double digit : {1.0, 2.0, 5.0})
        if (digit * power >= step * (1 - 1e-9))
            return digit * power;
    return 10 * power;
}

std::string with_minus(std::string text)
{
    if (text.starts_with('-'))
        text.replace(0, 1, "−");
    return text;
}

/// What is no finite number, as the loss of a start outside of the surface.
std::string endless(double value)
{
    return std::isnan(value) ? "–" : value > 0 ? "∞" : "−∞";
}

/// A power of ten as a formula: Unicode's superscripts are missing in most typefaces.
std::string power_of_ten(int exponent)
{
    return fmt::format("$10^{{{}}}$", exponent);
}

/// "2.5·$10^{7}$", the mantissa in the given format.
std::string powered(double value, const char* mantissa_format)
{
    const std::string text = fmt::format("{:.16e}", value);
    const auto e = text.find('e');
    return with_minus(fmt::format(fmt::runtime(mantissa_format), std::stod(text.substr(0, e))))
        + "·" + power_of_ten(std::stoi(text.substr(e + 1)));
}

} // namespace

std::vector<Tick> axis_ticks(Range range, int most)
{
    const auto count = [&](double step) {
        return std::floor(range.hi / step + 1e-9) - std::ceil(range.lo / step - 1e-9) + 1;
    };
    double step = round_up(range.width() / std::max(1, most));
    while (count(step) > most)
        step = round_up(1.5 * step);
    while (count(step) < kFewestTicks)
        step = round_up(0.39 * step); // the next smaller of 1, 2, 5
    const int decimals = std::max(0, static_cast<int>(-std::floor(std::log10(step) + 1e-9)));
    std::vector<Tick> ticks;
    for (double k = std::ceil(range.lo / step - 1e-9); k <= range.hi / step + 1e-9; ++k) {
        const double at = k == 0 ? 0.0 : k * step;
        const bool wide = std::abs(at) >= 1e5 || decimals > 6;
        ticks.push_back({at,
            wide ? with_minus(fmt::format("{:.4g}", at))
                 : with_minus(fmt::format("{:.{}f}", at, decimals))});
    }
    return ticks;
}

std::string short_number(double value)
{
    if (value == 0)
        return "0";
    if (!std::isfinite(value))
        return endless(value);
    const int exponent = static_cast<int>(std::floor(std::log10(std::abs(value)) + 1e-12));
    if (exponent >= -3 && exponent < 5)
        return with_minus(fmt::format("{:.3g}", value).find('e') == std::string::npos
                ? fmt::format("{:.3g}", value)
                : fmt::format("{:.0f}", value));
    if (std::abs(value / std::pow(10, exponent) - 1) < 0.005)
        return power_of_ten(exponent);
    return powered(value, "{:.2g}");
}

std::string decimal_text(double value, int decimals)
{
    const double half = 0.5 * std::pow(10, -decimals);
    return with_minus(fmt::format("{:.{}f}", std::abs(value) < half ? 0.0 : value, decimals));
}

std::string loss_text(double value)
{
    if (!std::isfinite(value))
        return endless(value);
    const double size = std::abs(value);
    if (size != 0 && (size < 1e-3 || size >= 1e5))
        return powered(value, "{:.2f}");
    const int decimals = size >= 1000 ? 1 : size >= 100 ? 2 : size >= 10 ? 3 : 4;
    return with_minus(fmt::format("{:.{}f}", value, decimals));
}

} // namespace thalweg
