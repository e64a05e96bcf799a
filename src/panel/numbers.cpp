#include "panel/numbers.hpp"

#include "core/math.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

namespace thalweg::panel {

namespace {

constexpr double kTiny = 1e-12; // smaller sizes are told apart from nothing only by rounding
constexpr double kLeastFixed = 1e-3, kMostFixed = 1e5; // sizes that columns show without powers
constexpr int kColumnDigits = 5; // of the largest number of a column with fixed decimals
constexpr int kMostDecimals = 4;
constexpr double kLeastShort = 1e-3 * (1 - 1e-12), kMostShort = 99999.5; // short ones likewise
constexpr int kLeastPlain = -2, kMostPlain = 3; // exponents of three digits without a power

std::string with_minus(const std::string& text)
{
    return text.starts_with('-') ? "−" + text.substr(1) : text;
}

std::string not_finite(double value)
{
    return std::isnan(value) ? "–" : value > 0 ? "∞" : "−∞";
}

/// A power of ten as a formula: Unicode's superscripts are missing in most typefaces.
std::string power_of_ten(int exponent)
{
    return fmt::format("$10^{{{}}}$", exponent);
}

/// "2.5e+07" as "2.5·10⁷", "1e-06" as "10⁻⁶", "-3" as "−3".
std::string with_power(const std::string& text)
{
    const auto e = text.find('e');
    if (e == std::string::npos)
        return with_minus(text);
    const std::string mantissa = text.substr(0, e);
    const std::string power = power_of_ten(std::stoi(text.substr(e + 1)));
    return mantissa == "1" ? power : with_minus(mantissa) + "·" + power;
}

/// Mantissa without needless zeros, and power of ten.
std::string scientific(double value, int digits)
{
    std::string text = fmt::format("{:.{}e}", value, digits - 1);
    const auto e = text.find('e');
    if (const auto point = text.find('.'); point != std::string::npos) {
        const auto last = text.find_last_not_of('0', e - 1);
        const auto end = last == point ? point : last + 1;
        text.erase(end, e - end);
    }
    return with_power(text);
}

/// How the numbers of a column are written.
struct ColumnForm {
    bool is_fixed = true;
    int decimals = kMostDecimals;
};

ColumnForm form_of(std::span<const double> values)
{
    double least = std::numeric_limits<double>::infinity(), most = 0;
    for (const double value : values) {
        const double size = std::abs(value);
        if (!std::isfinite(value) || size < kTiny)
            continue;
        least = std::min(least, size);
        most = std::max(most, size);
    }
    if (most == 0)
        return {};
    const int whole = std::max(1, static_cast<int>(std::floor(thalweg::log10(most))) + 1);
    const int decimals = std::clamp(kColumnDigits - whole, 0, kMostDecimals);
    // The smallest number keeps two digits, too.
    const bool is_fixed = least >= kLeastFixed && most < kMostFixed
        && least >= 10 * thalweg::pow(10, -decimals) * (1 - 1e-9);
    return {is_fixed, decimals};
}

std::string in_form(double value, const ColumnForm& form)
{
    if (!std::isfinite(value))
        return not_finite(value);
    if (value != 0 && std::abs(value) < kTiny)
        return "< " + power_of_ten(-12);
    if (form.is_fixed)
        return decimal_text(value, form.decimals);
    if (value == 0)
        return "0";
    const double exponent = std::floor(thalweg::log10(std::abs(value)));
    const bool is_plain = exponent >= kLeastPlain && exponent <= kMostPlain;
    return is_plain ? decimal_text(value, std::max(0, 2 - static_cast<int>(exponent)))
                    : with_power(fmt::format("{:.2e}", value));
}

} // namespace

std::string short_number(double value)
{
    if (value == 0)
        return "0";
    if (!std::isfinite(value))
        return not_finite(value);
    const double size = std::abs(value);
    if (size < kLeastShort || size >= kMostShort)
        return scientific(value, 2);
    const std::string text = fmt::format("{:.3g}", value);
    return with_minus(text.find('e') == std::string::npos ? text : fmt::format("{:.0f}", value));
}

std::string telling_number(double value, double gap)
{
    constexpr int kAllDigits = 17;
    constexpr double kShare = 0.01; // of the gap
    const bool has_power = std::abs(value) < kLeastShort || std::abs(value) >= kMostShort;
    const int least = has_power ? 2 : 3;
    for (int digits = least; std::isfinite(value) && digits <= kAllDigits; ++digits) {
        const double rounded = std::stod(fmt::format("{:.{}g}", value, digits));
        if (std::isfinite(gap) && std::abs(rounded - value) > kShare * gap)
            continue;
        return digits == least ? short_number(value)
            : has_power        ? scientific(value, digits)
                               : exact_number(rounded);
    }
    return short_number(value);
}

std::vector<std::string> telling_numbers(std::span<const double> rising)
{
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < rising.size(); ++i) {
        double gap = std::numeric_limits<double>::infinity();
        if (i > 0)
            gap = rising[i] - rising[i - 1];
        if (i + 1 < rising.size())
            gap = std::min(gap, rising[i + 1] - rising[i]);
        texts.push_back(telling_number(rising[i], gap));
    }
    return texts;
}

std::string exact_number(double value)
{
    return std::isfinite(value) ? with_power(fmt::format("{}", value + 0.0)) : not_finite(value);
}

std::string decimal_text(double value, int decimals)
{
    if (!std::isfinite(value))
        return not_finite(value);
    const double half = 0.5 * thalweg::pow(10, -decimals);
    return with_minus(fmt::format("{:.{}f}", std::abs(value) <= half ? 0.0 : value, decimals));
}

std::vector<std::string> column_text(std::span<const double> values)
{
    const ColumnForm form = form_of(values);
    std::vector<std::string> column;
    for (const double value : values)
        column.push_back(in_form(value, form));
    return column;
}

std::string widest_column_text()
{
    return "−8.88·$10^{-88}$"; // a power beyond 99 belongs to a run that is about to diverge
}

} // namespace thalweg::panel
