#pragma once

#include <span>
#include <string>
#include <vector>

namespace thalweg::panel {

// Numbers as pictures show them: a real minus sign, which zero never has; powers of ten as
// "$10^{7}$"; "∞" and "–" for what is not finite.

/// Three significant digits; powers of ten, with two, for five digits before the point and more.
std::string short_number(double value);

/// As `short_number`, with more digits where rounding would move the number by more than a
/// twentieth of its distance to the next one shown.
///
/// gap  that distance; none where it is not finite
std::string telling_number(double value, double gap);

/// The same for each of some rising numbers.
std::vector<std::string> telling_numbers(std::span<const double> rising);

/// All digits that tell a number from its neighbours: "0.0002", "1.5·$10^{-6}$".
std::string exact_number(double value);

/// So many decimals.
std::string decimal_text(double value, int decimals);

/// The numbers of one column in one form: the same decimals where their sizes allow, else three
/// digits, with a power of ten for sizes below 0.01 and from 10,000. Sizes below 1e-12 are "<
/// 10⁻¹²" and do not decide the form.
///
/// In tabular figures a number keeps its width from one moment to the next while its column keeps
/// its form.
std::vector<std::string> column_text(std::span<const double> values);

/// The widest text that `column_text` gives for one value: for measuring.
std::string widest_column_text();

} // namespace thalweg::panel
