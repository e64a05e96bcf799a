#include "panel/ticks.hpp"

#include "panel/numbers.hpp"

#include <cmath>
#include <limits>

#include <fmt/format.h>

namespace thalweg::panel {

namespace {

constexpr double kRounding = 1e-6; // of a step
constexpr double kSmallestStep = 1e-290; // powers of ten are exact enough above it
constexpr int kLongestPlain = 5; // digits of a label before an offset is taken off
constexpr double kLargestPlain = 1e6, kSmallestPlain = 1e-4; // sizes written without powers of ten

int exponent_of(double size)
{
    return static_cast<int>(std::floor(std::log10(size) + kRounding));
}

/// 10 to a whole power; exact where a double holds it.
double power(int exponent)
{
    return exponent >= 0 ? std::pow(10.0, exponent) : 1 / std::pow(10.0, -exponent);
}

/// The smallest of 1, 2, 5 × 10^k that is at least `step`.
double round_up(double step)
{
    const int exponent = exponent_of(step);
    for (const double digit : {1.0, 2.0, 5.0})
        if (digit * power(exponent) >= step * (1 - kRounding))
            return digit * power(exponent);
    return power(exponent + 1);
}

/// How many multiples of `step` lie in a range.
double count(Range range, double step)
{
    return std::floor(range.hi / step + kRounding) - std::ceil(range.lo / step - kRounding) + 1;
}

/// The smallest round step that gives at most `most` ticks which doubles can tell apart.
double step_for(Range range, int most)
{
    const double size = std::max(std::abs(range.lo), std::abs(range.hi));
    const double apart = 0.5 * size * std::numeric_limits<double>::epsilon();
    const double wanted = range.hi / most - range.lo / most; // their difference may be infinite
    double step = round_up(std::max({wanted, apart, kSmallestStep}));
    while (count(range, step) > most)
        step = round_up(1.5 * step);
    return step;
}

/// How the labels of one axis are written: the number without `base`, over 10^`scale`.
struct LabelForm {
    double base = 0;
    int scale = 0; ///< a power of ten that labels leave to the offset, or carry themselves
    bool carries_scale = false;
    int decimals = 0;
};

/// The form that shows numbers of a size to the last digit of a step.
LabelForm plain_form(double size, double step)
{
    LabelForm form;
    if (size >= kLargestPlain || size < kSmallestPlain || step < 0.1 * kSmallestPlain) {
        form.scale = exponent_of(size);
        form.carries_scale = true;
    }
    form.decimals = std::max(0, form.scale - exponent_of(step));
    return form;
}

/// Takes off a round number near the range, so that labels are short.
LabelForm offset_form(Range range, double step)
{
    const int last = exponent_of(std::max(range.width(), step)) + 1;
    const double middle = range.middle(), unit = power(std::abs(last)); // exact
    LabelForm form{
        .base = last < 0 ? std::round(middle * unit) / unit : std::round(middle / unit) * unit};
    const double size
        = std::max({std::abs(range.lo - form.base), std::abs(range.hi - form.base), step});
    const int exponent = exponent_of(size);
    if (size >= kLargestPlain || size < 0.01)
        form.scale = exponent;
    form.decimals = std::max(0, form.scale - exponent_of(step));
    return form;
}

LabelForm form_of(Range range, double step)
{
    const double size = std::max(std::abs(range.lo), std::abs(range.hi));
    if (exponent_of(size) - exponent_of(step) + 1 <= kLongestPlain)
        return plain_form(size, step);
    return offset_form(range, step);
}

std::string power_text(int exponent)
{
    return fmt::format("·$10^{{{}}}$", exponent);
}

std::string label(double from_base, const LabelForm& form)
{
    if (from_base == 0 && form.carries_scale)
        return "0";
    const std::string number = decimal_text(from_base / power(form.scale), form.decimals);
    if (!form.carries_scale)
        return number;
    const bool is_power = number == "1" && form.decimals == 0;
    return is_power ? fmt::format("$10^{{{}}}$", form.scale) : number + power_text(form.scale);
}

std::string without_end_zeros(std::string number)
{
    if (number.find('.') != std::string::npos) {
        number.erase(number.find_last_not_of('0') + 1);
        if (number.ends_with('.'))
            number.pop_back();
    }
    return number;
}

/// All digits of a number that is a multiple of 10^`last`, and no more.
std::string exact_text(double value, int last)
{
    if (value < kLargestPlain)
        return without_end_zeros(decimal_text(value, std::max(0, -last)));
    const int exponent = exponent_of(value);
    return without_end_zeros(decimal_text(value / power(exponent), exponent - last))
        + power_text(exponent);
}

std::string offset_text(Range range, double step, const LabelForm& form)
{
    if (form.base == 0)
        return "";
    const int last = exponent_of(std::max(range.width(), step)) + 1;
    const std::string scale = form.scale != 0 ? power_text(form.scale) + " " : "";
    return scale + (form.base < 0 ? "− " : "+ ") + exact_text(std::abs(form.base), last);
}

} // namespace

Ticks linear_ticks(Range range, int most)
{
    Ticks result;
    if (!(std::isfinite(range.lo) && std::isfinite(range.hi) && range.lo <= range.hi))
        return result;
    const double step = step_for(range, std::max(2, most));
    if (!std::isfinite(step))
        return result;
    const LabelForm form = form_of(range, step);
    const Range rest{range.lo - form.base, range.hi - form.base};
    const double first = std::ceil(rest.lo / step - kRounding);
    const double last = std::floor(rest.hi / step + kRounding);
    for (int i = 0; i <= static_cast<int>(last - first); ++i) {
        const double from_base = (first + i) * step + 0.0; // no negative zero
        const double at = range.clamp(form.base + from_base);
        if (result.ticks.empty() || result.ticks.back().at < at)
            result.ticks.push_back({at, label(from_base, form)});
    }
    result.offset = offset_text(range, step, form);
    return result;
}

Ticks log_ticks(Range range, int most)
{
    if (!(range.lo > 0 && std::isfinite(range.hi)))
        return {};
    const int first = static_cast<int>(std::ceil(std::log10(range.lo) - kRounding));
    const int last = static_cast<int>(std::floor(std::log10(range.hi) + kRounding));
    const int powers = last - first + 1;
    if (powers < 2)
        return linear_ticks(range, most);
    int every = 1;
    while ((powers + every - 1) / every > std::max(2, most))
        ++every;
    Ticks result;
    for (int k = first; k <= last; ++k)
        if (k % every == 0 || every >= powers)
            result.ticks.push_back({power(k), fmt::format("$10^{{{}}}$", k)});
    return result;
}

} // namespace thalweg::panel
