#pragma once

#include "surface/formula/program.hpp"

#include <map>
#include <tuple>

namespace thalweg::surface {

/// Collects the instructions of a formula. Each function returns the place of its result.
///
/// Instructions over constants are replaced by their result, and an instruction that is already
/// there is used again. Throws FormulaError, at `column`, where a constant is not finite or there
/// are too many instructions.
class Builder {
public:
    static constexpr std::size_t kMost = 4096;

    int variable(Op x_or_y, int column) { return add({.op = x_or_y}, column); }
    int constant(double value, int column);
    int unary(Op op, int a, int column);
    int binary(Op op, int a, int b, int column);
    /// a to the power b: by products where b is a whole constant, by exp and log where b varies.
    int power(int a, int b, int column);

    /// The program that gives the instruction at `result`.
    Program finish(int result) const;

private:
    const Instruction& at(int place) const { return list_[static_cast<std::size_t>(place)]; }
    bool is_constant(int place) const { return at(place).op == Op::constant; }
    bool is_constant(int place, double value) const
    {
        return is_constant(place) && at(place).value == value;
    }
    int add(const Instruction& instruction, int column);

    std::vector<Instruction> list_;
    std::map<std::tuple<Op, int, int, double, int>, int> places_;
};

} // namespace thalweg::surface
