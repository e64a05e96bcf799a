#pragma once

#include "core/box.hpp"
#include "core/jet_functions.hpp"

#include <cmath>
#include <limits>
#include <span>
#include <vector>

namespace thalweg::surface {

/// What a formula is where it is undefined.
inline constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

/// What one instruction of a formula does. Operands are earlier instructions.
enum class Op {
    x,
    y,
    constant,
    add,
    subtract,
    multiply,
    divide,
    min,
    max, ///< of a and b
    negate,
    square,
    root,
    exp,
    log,
    abs,
    sin,
    cos,
    tan,
    asin,
    acos,
    atan,
    sinh,
    cosh,
    tanh,
    floor,
    ceil,
    round,
    sign, ///< of a
    whole_power, ///< a to the power of `power`
    real_power ///< a to the power of `value`, where a is not negative
};

struct Instruction {
    Op op = Op::constant;
    int a = -1, b = -1; ///< places of the operands
    double value = 0; ///< of a constant, or the exponent of a real power
    int power = 0; ///< the exponent of a whole power, 2 <= power <= 1024
};

/// a / b; not a number where b is zero, so that a formula is undefined wherever a part of it is.
inline double quotient(double a, double b)
{
    return b == 0 ? kUndefined : a / b;
}
inline Jet<double> quotient(const Jet<double>& a, const Jet<double>& b)
{
    return b.v == 0 ? Jet<double>(kUndefined) : a / b;
}
template <class T>
T quotient(const T& a, const T& b)
{
    return a / b;
}

/// log(a) or a negative power of it; not a number where a is zero, which C++ counts as a pole.
inline double unless_pole(double a, double result)
{
    return a == 0 && std::isinf(result) ? kUndefined : result;
}
inline Jet<double> unless_pole(const Jet<double>& a, const Jet<double>& result)
{
    return a.v == 0 && std::isinf(result.v) ? Jet<double>(kUndefined) : result;
}
template <class T>
T unless_pole(const T&, const T& result)
{
    return result;
}

/// The smaller one; not a number where either is not.
inline double lesser(double a, double b)
{
    return std::isnan(b) || b < a ? b : a;
}
inline Jet<double> lesser(const Jet<double>& a, const Jet<double>& b)
{
    return std::isnan(b.v) || b.v < a.v ? b : a;
}
template <class T>
T lesser(const T& a, const T& b)
{
    return min(a, b);
}

/// A compiled formula: instructions in the order of evaluation; the last one gives the result.
/// Nothing is computed twice and nothing constant is computed at all.
class Program {
public:
    Program()
        : instructions_{Instruction{}}
    {
    }
    explicit Program(std::vector<Instruction> instructions)
        : instructions_(std::move(instructions))
    {
    }

    const std::vector<Instruction>& instructions() const { return instructions_; }

    /// The formula over one of the number types: double, Interval, DecoratedInterval, or a
    /// Jet of the first two.
    template <class T>
    T evaluate(const T& x, const T& y) const
    {
        // Kept from call to call: making the space would cost more than the formula.
        thread_local std::vector<T> results;
        if (results.size() < instructions_.size())
            results.resize(instructions_.size());
        T* const r = results.data();
        T* next = r;
        for (const Instruction& i : instructions_)
            *next++ = apply(i, r, x, y);
        return next[-1];
    }

    /// values[i] = the formula at (x at i / (n - 1), y), a block of points per instruction at a
    /// time.
    void sample_row(Range x, double y, std::span<double> values) const;

private:
    template <class T>
    static T apply(const Instruction& i, const T* r, const T& x, const T& y);

    std::vector<Instruction> instructions_;
};

/// One instruction; `r` holds the results of those before it.
template <class T>
T Program::apply(const Instruction& i, const T* r, const T& x, const T& y)
{
    switch (i.op) {
    case Op::x:
        return x;
    case Op::y:
        return y;
    case Op::constant:
        return T(i.value);
    case Op::add:
        return r[i.a] + r[i.b];
    case Op::subtract:
        return r[i.a] - r[i.b];
    case Op::multiply:
        return r[i.a] * r[i.b];
    case Op::divide:
        return quotient(r[i.a], r[i.b]);
    case Op::min:
        return lesser(r[i.a], r[i.b]);
    case Op::max:
        return -lesser(-r[i.a], -r[i.b]);
    case Op::negate:
        return -r[i.a];
    case Op::square:
        return sq(r[i.a]);
    case Op::root:
        return sqrt(r[i.a]);
    case Op::exp:
        return exp(r[i.a]);
    case Op::log:
        return unless_pole(r[i.a], log(r[i.a]));
    case Op::abs:
        return abs(r[i.a]);
    case Op::sin:
        return sin(r[i.a]);
    case Op::cos:
        return cos(r[i.a]);
    case Op::tan:
        return tan(r[i.a]);
    case Op::asin:
        return asin(r[i.a]);
    case Op::acos:
        return acos(r[i.a]);
    case Op::atan:
        return atan(r[i.a]);
    case Op::sinh:
        return sinh(r[i.a]);
    case Op::cosh:
        return cosh(r[i.a]);
    case Op::tanh:
        return tanh(r[i.a]);
    case Op::floor:
        return floor(r[i.a]);
    case Op::ceil:
        return ceil(r[i.a]);
    case Op::round:
        return round(r[i.a]);
    case Op::sign:
        return sign(r[i.a]);
    case Op::whole_power:
        return powi(r[i.a], i.power);
    case Op::real_power:
        return unless_pole(r[i.a], pow(r[i.a], i.value));
    }
    return T(0.0);
}

} // namespace thalweg::surface
