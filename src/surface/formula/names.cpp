#include "surface/formula/names.hpp"

#include <numbers>

namespace thalweg::surface {

namespace {

using Operands = std::span<const int>;

template <Op op>
int unary(Builder& to, Operands a, int column)
{
    return to.unary(op, a[0], column);
}

template <Op op>
int binary(Builder& to, Operands a, int column)
{
    return to.binary(op, a[0], a[1], column);
}

/// a - b floor(a / b)
int remainder(Builder& to, Operands a, int column)
{
    const int wholes = to.unary(Op::floor, to.binary(Op::divide, a[0], a[1], column), column);
    return to.binary(Op::subtract, a[0], to.binary(Op::multiply, a[1], wholes, column), column);
}

/// The root of a² + b².
int hypotenuse(Builder& to, Operands a, int column)
{
    const int sum = to.binary(
        Op::add, to.unary(Op::square, a[0], column), to.unary(Op::square, a[1], column), column);
    return to.unary(Op::root, sum, column);
}

constexpr FormulaFunction kFunctions[] = {
    {"sin", "the sine of the angle a in radians", "everywhere", 1, unary<Op::sin>},
    {"cos", "the cosine of the angle a in radians", "everywhere", 1, unary<Op::cos>},
    {"tan", "the tangent of the angle a in radians", "except at odd multiples of pi/2", 1,
        unary<Op::tan>},
    {"asin", "the angle from -pi/2 to pi/2 whose sine is a", "where -1 <= a <= 1", 1,
        unary<Op::asin>},
    {"acos", "the angle from 0 to pi whose cosine is a", "where -1 <= a <= 1", 1, unary<Op::acos>},
    {"atan", "the angle between -pi/2 and pi/2 whose tangent is a", "everywhere", 1,
        unary<Op::atan>},
    {"sinh", "the hyperbolic sine of a", "everywhere", 1, unary<Op::sinh>},
    {"cosh", "the hyperbolic cosine of a", "everywhere", 1, unary<Op::cosh>},
    {"tanh", "the hyperbolic tangent of a", "everywhere", 1, unary<Op::tanh>},
    {"exp", "e to the power a", "everywhere", 1, unary<Op::exp>},
    {"log", "the natural logarithm of a", "where a > 0", 1, unary<Op::log>},
    {"ln", "another name of log", "where a > 0", 1, unary<Op::log>},
    {"sqrt", "the square root of a", "where a >= 0", 1, unary<Op::root>},
    {"hypot", "the square root of a^2 + b^2", "everywhere", 2, hypotenuse},
    {"abs", "the absolute value of a", "everywhere", 1, unary<Op::abs>},
    {"min", "the smaller one of a and b", "everywhere", 2, binary<Op::min>},
    {"max", "the larger one of a and b", "everywhere", 2, binary<Op::max>},
    {"floor", "the greatest whole number not above a", "everywhere, with jumps at whole numbers", 1,
        unary<Op::floor>},
    {"ceil", "the least whole number not below a", "everywhere, with jumps at whole numbers", 1,
        unary<Op::ceil>},
    {"round", "the whole number nearest to a, halves away from zero",
        "everywhere, with jumps at halves", 1, unary<Op::round>},
    {"sign", "-1 where a < 0, 0 where a = 0, 1 where a > 0", "everywhere, with a jump at 0", 1,
        unary<Op::sign>},
    {"mod", "what is left of a over b, with the sign of b: a - b floor(a/b)",
        "where b is not 0, with jumps at multiples of b", 2, remainder},
};

constexpr FormulaConstant kConstants[] = {
    {"pi", "half the circumference of a circle of radius 1", std::numbers::pi},
    {"e", "the base of natural logarithms", std::numbers::e},
};

} // namespace

std::span<const FormulaFunction> formula_functions()
{
    return kFunctions;
}

std::span<const FormulaConstant> formula_constants()
{
    return kConstants;
}

std::vector<std::string> formula_names()
{
    std::vector<std::string> names = {"x", "y"};
    for (const FormulaConstant& constant : kConstants)
        names.emplace_back(constant.name);
    for (const FormulaFunction& function : kFunctions)
        names.emplace_back(function.name);
    return names;
}

} // namespace thalweg::surface
