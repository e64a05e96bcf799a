#include "surface/formula/typeset_parts.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace thalweg::surface {

bool is_high(const std::string& text)
{
    return text.find("frac{") != text.npos;
}

std::string in_parentheses(const std::string& text)
{
    return is_high(text) ? fmt::format("\\left({}\\right)", text) : "(" + text + ")";
}

std::string at_least(Strength strength, const TypesetPart& part)
{
    return part.strength < strength ? in_parentheses(part.all()) : part.all();
}

/// "1e-3" as a power of ten.
std::string typeset_number(std::string_view text)
{
    const std::size_t e = text.find_first_of("eE");
    if (e == text.npos)
        return std::string(text);
    std::string exponent(text.substr(e + 1));
    exponent.erase(0, exponent.front() == '+' ? 1 : 0);
    const std::string_view mantissa = text.substr(0, e);
    return mantissa == "1" ? fmt::format("10^{{{}}}", exponent)
                           : fmt::format("{} \\cdot 10^{{{}}}", mantissa, exponent);
}

std::string typeset_name(std::string_view text)
{
    if (text == "pi")
        return "\\pi ";
    const std::size_t line = text.find('_');
    const std::string_view head = text.substr(0, line);
    std::string shown = head.size() == 1 ? std::string(head) : fmt::format("\\text{{{}}}", head);
    if (line != text.npos && line > 0 && line + 1 < text.size())
        shown += fmt::format("_{{\\text{{{}}}}}", text.substr(line + 1));
    return line == 0 ? fmt::format("\\text{{{}}}", text) : shown;
}

TypesetPart typeset_call(std::string_view function, const std::vector<TypesetPart>& arguments)
{
    const std::string first = arguments.front().all();
    if (function == "sqrt")
        return {fmt::format("\\sqrt{{{}}}", first)};
    if (function == "abs")
        return {fmt::format("\\left|{}\\right|", first)};
    if (function == "floor" || function == "ceil")
        return {fmt::format("\\left\\l{0} {1}\\right\\r{0}", function, first)};
    if (function == "hypot")
        return {fmt::format("\\sqrt{{{}^2 + {}^2}}", at_least(Strength::whole, arguments[0]),
            at_least(Strength::whole, arguments[1]))};
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kOthers{
        {{"asin", "\\arcsin"}, {"acos", "\\arccos"}, {"atan", "\\arctan"},
            {"mod", "\\operatorname{mod}"}, {"round", "\\operatorname{round}"}}};
    const auto* const other
        = std::ranges::find(kOthers, function, [](const auto& row) { return row.first; });
    std::string inside;
    for (const TypesetPart& argument : arguments)
        inside += (inside.empty() ? "" : ", ") + argument.all();
    return {other == kOthers.end() ? fmt::format("\\{}", function) : std::string(other->second),
        Strength::whole, in_parentheses(inside)};
}

} // namespace thalweg::surface
