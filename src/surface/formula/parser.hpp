#pragma once

#include "surface/formula/program.hpp"

#include <map>
#include <string>
#include <string_view>

namespace thalweg::surface {

/// Limits of a formula, so that a hostile one ends in an error instead of a crash.
inline constexpr std::size_t kLongestFormula = 10000;
inline constexpr int kDeepestFormula = 200;

/// Compiles a formula of x and y.
///
/// text       + - * / ^, parentheses, numbers, x, y, the names of formula/names.hpp, and
/// `constants` constants  the user's own, by name Throws     FormulaError, with the column of what
/// is wrong
Program parse_formula(std::string_view text, const std::map<std::string, double>& constants);

} // namespace thalweg::surface
