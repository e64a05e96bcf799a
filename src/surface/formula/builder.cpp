#include "surface/formula/builder.hpp"

#include "core/math.hpp"
#include "surface/formula/formula_error.hpp"

#include <fmt/format.h>

namespace thalweg::surface {

int Builder::add(const Instruction& instruction, int column)
{
    const auto& [op, a, b, value, power] = instruction;
    const auto [entry, is_new]
        = places_.try_emplace({op, a, b, value, power}, static_cast<int>(list_.size()));
    if (!is_new)
        return entry->second;
    if (list_.size() >= kMost)
        throw FormulaError(column, fmt::format("the formula has more than {} operations", kMost));
    list_.push_back(instruction);
    return entry->second;
}

int Builder::constant(double value, int column)
{
    if (!std::isfinite(value))
        throw FormulaError(column, "this constant is not a finite number");
    return add({.op = Op::constant, .value = value == 0 ? 0 : value}, column);
}

int Builder::unary(Op op, int a, int column)
{
    if (is_constant(a)) {
        const std::vector<Instruction> steps = {at(a), {.op = op, .a = 0}};
        return constant(Program(steps).evaluate(0.0, 0.0), column);
    }
    if (op == Op::negate && at(a).op == Op::negate)
        return at(a).a;
    return add({.op = op, .a = a}, column);
}

int Builder::binary(Op op, int a, int b, int column)
{
    if (is_constant(a) && is_constant(b)) {
        const std::vector<Instruction> steps = {at(a), at(b), {.op = op, .a = 0, .b = 1}};
        return constant(Program(steps).evaluate(0.0, 0.0), column);
    }
    if (op == Op::add && is_constant(a, 0))
        return b;
    if ((op == Op::add || op == Op::subtract) && is_constant(b, 0))
        return a;
    if (op == Op::multiply && is_constant(a, 1))
        return b;
    if ((op == Op::multiply || op == Op::divide) && is_constant(b, 1))
        return a;
    if (op == Op::multiply && a == b)
        return unary(Op::square, a, column);
    return add({.op = op, .a = a, .b = b}, column);
}

int Builder::power(int a, int b, int column)
{
    constexpr double most = 1024;
    if (!is_constant(b))
        return unary(Op::exp, binary(Op::multiply, b, unary(Op::log, a, column), column), column);
    const double exponent = at(b).value;
    if (is_constant(a))
        return constant(thalweg::pow(at(a).value, exponent), column);
    if (exponent != std::floor(exponent) || std::abs(exponent) > most)
        return exponent == 0.5 ? unary(Op::root, a, column)
                               : add({.op = Op::real_power, .a = a, .value = exponent}, column);
    const int n = static_cast<int>(std::abs(exponent));
    if (n == 0)
        return constant(1, column);
    const int whole = n == 1 ? a
        : n == 2             ? unary(Op::square, a, column)
                             : add({.op = Op::whole_power, .a = a, .power = n}, column);
    return exponent > 0 ? whole : binary(Op::divide, constant(1, column), whole, column);
}

Program Builder::finish(int result) const
{
    // Folded operands and the like are left behind; keep what the result needs.
    std::vector<char> needed(list_.size());
    needed[static_cast<std::size_t>(result)] = 1;
    for (std::size_t k = list_.size(); k-- > 0;)
        for (const int operand : {list_[k].a, list_[k].b})
            if (needed[k] && operand >= 0)
                needed[static_cast<std::size_t>(operand)] = 1;
    std::vector<Instruction> kept;
    std::vector<int> moved(list_.size(), -1);
    const auto place = [&](int old) { return old < 0 ? -1 : moved[static_cast<std::size_t>(old)]; };
    for (std::size_t k = 0; k <= static_cast<std::size_t>(result); ++k)
        if (needed[k]) {
            moved[k] = static_cast<int>(kept.size());
            Instruction instruction = list_[k];
            instruction.a = place(instruction.a);
            instruction.b = place(instruction.b);
            kept.push_back(instruction);
        }
    return Program(std::move(kept));
}

} // namespace thalweg::surface
