#include "surface/formula/formula_surface.hpp"

#include "surface/formula/formula_error.hpp"
#include "surface/formula/names.hpp"
#include "surface/formula/parser.hpp"
#include "surface/formula/typeset.hpp"
#include "surface/read_domain.hpp"

#include <fmt/format.h>

namespace thalweg::surface {

namespace {

/// A formula that the user wrote.
struct Formula {
    std::string text;
    Program program{};
    Box domain{};

    template <class T>
    T operator()(T x, T y) const
    {
        return program.evaluate(x, y);
    }

    /// By the block, not point by point.
    void sample_row(Range x, double y, std::span<double> values) const
    {
        program.sample_row(x, y, values);
    }

    SurfaceFacts facts() const
    {
        return {.formula = typeset_formula(text),
            .source = "the scene's own formula",
            .domain = domain,
            .start = {domain.x.at(0.15), domain.y.at(0.8)},
            .minima = {}};
    }
};

/// Names are letters, digits and underscores, and begin with no digit.
bool is_name(std::string_view text)
{
    const auto letter
        = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    return !text.empty() && letter(text.front())
        && std::ranges::all_of(text, [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
}

std::map<std::string, double> read_constants(Options& options)
{
    std::map<std::string, double> constants;
    const Node* node = options.any(
        "constants", "mapping of names to numbers", "{}", "names that the formula may use");
    if (!node)
        return constants;
    if (node->type != Node::Type::mapping)
        options.refuse(
            "constants", "constants must be a mapping of names to numbers, such as {a: 1}");
    const std::vector<std::string> taken = formula_names();
    for (const Node::Entry& entry : node->entries) {
        if (std::ranges::find(taken, entry.key) != taken.end())
            options.problems().add(entry.where,
                fmt::format(
                    "\"{}\" means something in every formula; choose another name", entry.key));
        else if (!is_name(entry.key))
            options.problems().add(entry.where,
                fmt::format("\"{}\" is no name: letters, digits and _ only", entry.key));
        if (const auto value = read_number(entry.value, entry.key, {}, options.problems()))
            constants[entry.key] = *value;
    }
    return constants;
}

} // namespace

SurfacePtr make_formula(Options& options)
{
    Formula formula{
        .text = options.text("formula", "",
            "of x and y, such as (1-x)^2 + 100*(y-x^2)^2; its functions: thalweg list functions")};
    const auto constants = read_constants(options);
    formula.domain
        = read_domain(options, "{x: [-2, 2], y: [-2, 2]}").value_or(Box{{-2, 2}, {-2, 2}});
    if (!options.is_recording()) {
        try {
            if (formula.text.empty())
                options.refuse("formula", "a formula is missing, such as formula: \"x^2 + y^2\"");
            else
                formula.program = parse_formula(formula.text, constants);
        } catch (const FormulaError& error) {
            options.refuse("formula", error.what());
        }
    }
    return std::make_shared<FunctionSurface<Formula>>(std::move(formula));
}

} // namespace thalweg::surface
