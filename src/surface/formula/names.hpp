#pragma once

#include "surface/formula/builder.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace thalweg::surface {

/// A function that formulas may call. Its arguments are called a and b.
struct FormulaFunction {
    std::string_view name;
    std::string_view meaning; ///< "the sine of the angle a in radians"
    std::string_view defined; ///< where: "everywhere", "where a > 0"; and where it jumps
    std::size_t operands = 1;
    /// Adds the call to a formula.
    ///
    /// operands  places of the arguments, as many as `operands`
    /// Returns   the place of its result
    int (*add)(Builder&, std::span<const int> operands, int column) = nullptr;
};

/// A number that formulas may name.
struct FormulaConstant {
    std::string_view name;
    std::string_view meaning;
    double value = 0;
};

/// Every function and every constant, in the order that listings show. Parser and listings read
/// these tables.
std::span<const FormulaFunction> formula_functions();
std::span<const FormulaConstant> formula_constants();

/// All names that formulas know already: variables, constants and functions.
std::vector<std::string> formula_names();

} // namespace thalweg::surface
