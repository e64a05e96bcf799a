#pragma once

#include <string>
#include <string_view>

namespace thalweg::canvas {

/// Text with `$...$` formulas as Pango markup.
///
/// Inside dollars: Greek letters (\beta), \nabla, \partial, \times, \cdot, \pm, \le, \ge, \infty,
/// \to, \approx, \sqrt{x}, \frac{a}{b}, x^2, x^{ab}, x_i, x_{ij}; letters are italic, spaces are
/// kept, a hyphen is a minus sign. An unknown command or an unpaired dollar is shown as it was
/// written. `\$` is a dollar.
std::string to_markup(std::string_view text);

/// Is there anything in the text that markup would change?
inline bool has_formula(std::string_view text)
{
    return text.find('$') != std::string_view::npos;
}

} // namespace thalweg::canvas
