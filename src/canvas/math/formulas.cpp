#include "canvas/math/formulas.hpp"

#include "canvas/math/parser.hpp"

namespace thalweg::canvas {

namespace {

/// The place of the next dollar without a backslash; npos where there is none.
std::size_t find_dollar(std::string_view text, std::size_t from)
{
    for (std::size_t at = from; at < text.size(); ++at) {
        if (text[at] == '$')
            return at;
        if (text[at] == '\\')
            ++at;
    }
    return std::string_view::npos;
}

std::string without_backslashes(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (!text.substr(i).starts_with("\\$"))
            out += text[i];
    return out;
}

/// Calls for each part: plain ones, and what stands between two dollars.
void for_each_part(std::string_view text, const auto& plain, const auto& formula)
{
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t open = find_dollar(text, at);
        const std::size_t close = open == text.npos ? text.npos : find_dollar(text, open + 1);
        if (close == text.npos)
            open = text.size();
        if (open > at)
            plain(text.substr(at, open - at));
        if (close == text.npos)
            return;
        formula(text.substr(open, close + 1 - open), open + 1);
        at = close + 1;
    }
}

} // namespace

std::vector<TextPart> text_parts(std::string_view text)
{
    std::vector<TextPart> parts;
    for_each_part(
        text,
        [&](std::string_view plain) {
            parts.push_back({.text = without_backslashes(plain), .written = plain});
        },
        [&](std::string_view formula, std::size_t) {
            try {
                parts.push_back({.formula = parse_math(formula.substr(1, formula.size() - 2)),
                    .written = formula});
            } catch (const MathError&) {
                parts.push_back({.text = std::string(formula), .written = formula});
            }
        });
    return parts;
}

std::optional<FormulaFault> formula_fault(std::string_view text)
{
    std::optional<FormulaFault> fault;
    for_each_part(
        text, [](std::string_view) {},
        [&](std::string_view formula, std::size_t inside) {
            try {
                if (!fault)
                    parse_math(formula.substr(1, formula.size() - 2));
            } catch (const MathError& error) {
                fault = {inside + error.at, error.what()};
            }
        });
    return fault;
}

} // namespace thalweg::canvas
