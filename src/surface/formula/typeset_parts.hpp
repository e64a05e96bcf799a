#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace thalweg::surface {

/// How strongly a part of a formula holds together.
enum class Strength {
    sum,
    quotient, ///< with a slash: what follows would seem to be below it
    product,
    power,
    whole
};

/// A part of a formula as texts hold it. For typeset_formula.
struct TypesetPart {
    std::string text{};
    Strength strength = Strength::whole;
    std::string arguments{}; ///< of a function; its power stands before them
    std::string all() const { return text + arguments; }
};

/// Does it take more room above or below the line than letters?
bool is_high(const std::string& text);
std::string in_parentheses(const std::string& text);
/// In parentheses where it does not hold together that strongly.
std::string at_least(Strength strength, const TypesetPart& part);
/// "1e-3" as a power of ten.
std::string typeset_number(std::string_view text);
/// "b_1" with an index, longer words upright.
std::string typeset_name(std::string_view text);
TypesetPart typeset_call(std::string_view function, const std::vector<TypesetPart>& arguments);

} // namespace thalweg::surface
