#include "panel/ticks.hpp"

#include "core/math.hpp"
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
// Whether a range needs an offset follows from so many ticks, whatever their number: the room for
// an offset must not depend on the size of the panel that the room is measured for.
constexpr int kMostTicks = 9;

int exponent_of(double size)
{
    return static_cast<int>(std::floor(thalweg::log10(size) + kRounding));
}

/// 10 to a whole power; exact where a double holds it.
double power(int exponent)
{
    return exponent >= 0 ? thalweg::pow(10.0, exponent) : 1 / thalweg::pow(10.0, -exponent);
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

/// The step for `most` ticks or, where fewer than two lie in the range, the next finer one that
/// gives two: too many then, to be thinned.
double step_for_two(Range range, int most)
{
    double step = step_for(range, most);
    for (int more = most + 1; count(range, step) < 2 && more <= kMostTicks; ++more)
        step = step_for(range, more);
    return step;
}

/// Leaves at most `most` ticks of equal distances, the first and the last among them.
void thin(std::vector<Tick>& ticks, int most)
{
    const std::size_t gaps = ticks.size() - 1;
    std::size_t every = 1;
    while (gaps % every != 0 || gaps / every + 1 > static_cast<std::size_t>(most))
        ++every;
    std::vector<Tick> kept;
    for (std::size_t i = 0; i < ticks.size(); i += every)
        kept.push_back(std::move(ticks[i]));
    ticks = std::move(kept);
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

/// The power of ten to which the offset of a range is round.
int offset_digit(Range range, double finest)
{
    return exponent_of(std::max(range.width(), finest)) + 1;
}

/// A round number near a range: the one towards 0 from it, where the whole range lies within one
/// unit from there, so that labels have the sign of their numbers; else that nearest to its middle.
double round_base(Range range, int last)
{
    const double unit = power(std::abs(last)); // exact
    const auto units = [&](double v) { return last < 0 ? v * unit : v / unit; };
    const double low = units(range.lo), high = units(range.hi);
    double base = std::round(units(range.middle()));
    if (low >= 0 && high - std::floor(low) <= 1)
        base = std::floor(low);
    if (high <= 0 && std::ceil(high) - low <= 1)
        base = std::ceil(high);
    return (last < 0 ? base / unit : base * unit) + 0.0; // no negative zero
}

/// Takes off a round number near the range, so that labels are short.
LabelForm offset_form(Range range, double step, double finest)
{
    LabelForm form{.base = round_base(range, offset_digit(range, finest))};
    const double size
        = std::max({std::abs(range.lo - form.base), std::abs(range.hi - form.base), finest});
    if (size >= kLargestPlain || size < 0.01)
        form.scale = exponent_of(size);
    form.decimals = std::max(0, form.scale - exponent_of(step));
    return form;
}

LabelForm form_of(Range range, double step, double finest)
{
    const double size = std::max(std::abs(range.lo), std::abs(range.hi));
    if (exponent_of(size) - exponent_of(finest) + 1 <= kLongestPlain)
        return plain_form(size, step);
    return offset_form(range, step, finest);
}

std::string power_text(int exponent)
{
    return fmt::format("·$10^{{{}}}$", exponent);
}

/// "2·10⁶"; "10⁶" where the number before it is 1.
std::string with_power(const std::string& number, int exponent)
{
    if (number == "1" || number == "−1")
        return (number == "1" ? "" : "−") + fmt::format("$10^{{{}}}$", exponent);
    return number + power_text(exponent);
}

std::string label(double from_base, const LabelForm& form)
{
    if (from_base == 0 && form.carries_scale)
        return "0";
    const std::string number = decimal_text(from_base / power(form.scale), form.decimals);
    return form.carries_scale ? with_power(number, form.scale) : number;
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
    return with_power(
        without_end_zeros(decimal_text(value / power(exponent), exponent - last)), exponent);
}

std::string offset_text(Range range, double finest, const LabelForm& form)
{
    if (form.base == 0)
        return "";
    const std::string scale = form.scale != 0 ? power_text(form.scale) + " " : "";
    return scale + (form.base < 0 ? "− " : "+ ")
        + exact_text(std::abs(form.base), offset_digit(range, finest));
}

} // namespace

Ticks linear_ticks(Range range, int most)
{
    Ticks result;
    most = std::max(2, most);
    if (!(std::isfinite(range.lo) && std::isfinite(range.hi) && range.lo <= range.hi))
        return result;
    const double step = step_for_two(range, most);
    if (!std::isfinite(step))
        return result;
    const double finest = step_for(range, kMostTicks);
    const LabelForm form = form_of(range, step, finest);
    const Range rest{range.lo - form.base, range.hi - form.base};
    const double first = std::ceil(rest.lo / step - kRounding);
    const double last = std::floor(rest.hi / step + kRounding);
    for (int i = 0; i <= static_cast<int>(last - first); ++i) {
        const double from_base = (first + i) * step + 0.0; // no negative zero
        const double at = range.clamp(form.base + from_base);
        if (result.ticks.empty() || result.ticks.back().at < at)
            result.ticks.push_back({at, label(from_base, form)});
    }
    if (static_cast<int>(result.ticks.size()) > most)
        thin(result.ticks, most);
    result.offset = offset_text(range, finest, form);
    return result;
}

Ticks log_ticks(Range range, int most)
{
    if (!(range.lo > 0 && std::isfinite(range.hi)))
        return {};
    const int first = static_cast<int>(std::ceil(thalweg::log10(range.lo) - kRounding));
    const int last = static_cast<int>(std::floor(thalweg::log10(range.hi) + kRounding));
    const int powers = last - first + 1;
    if (powers < 2)
        return linear_ticks(range, most);
    most = std::max(2, most);
    int every = 1;
    while ((powers + every - 1) / every > most)
        ++every;
    const auto multiples = [&](int step) {
        return std::floor(static_cast<double>(last) / step)
            - std::ceil(static_cast<double>(first) / step) + 1;
    };
    const bool has_two = multiples(every) >= 2;
    Ticks result;
    for (int k = first; k <= last; ++k)
        if (!has_two || k % every == 0)
            result.ticks.push_back({power(k), fmt::format("$10^{{{}}}$", k)});
    if (!has_two)
        thin(result.ticks, most);
    return result;
}

} // namespace thalweg::panel
