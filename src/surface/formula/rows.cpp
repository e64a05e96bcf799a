#include "surface/formula/program.hpp"

namespace thalweg::surface {

namespace {

/// Points per instruction: enough to hide the dispatch, few enough to stay in the nearest cache.
constexpr std::size_t kBlock = 128;

/// Does the result change along a row? Results that do not are computed once per row.
std::vector<char> find_varying(const std::vector<Instruction>& program)
{
    std::vector<char> varies(program.size());
    const auto at
        = [&](int place) { return place >= 0 && varies[static_cast<std::size_t>(place)]; };
    for (std::size_t k = 0; k < program.size(); ++k)
        varies[k] = program[k].op == Op::x || at(program[k].a) || at(program[k].b);
    return varies;
}

/// An operand along a row: one number for all points, or a number for each.
struct Operand {
    const double* each;
    bool varies;
};

// Loops over a constant count of numbers are what compilers turn into vector instructions, so a
// block is always computed whole, its unused end included.
template <class F>
void each(double* out, Operand a, F f)
{
    for (std::size_t i = 0; i < kBlock; ++i)
        out[i] = f(a.each[i]);
}
template <class F>
void each(double* out, Operand a, Operand b, F f)
{
    if (!a.varies)
        for (std::size_t i = 0; i < kBlock; ++i)
            out[i] = f(*a.each, b.each[i]);
    else if (!b.varies)
        for (std::size_t i = 0; i < kBlock; ++i)
            out[i] = f(a.each[i], *b.each);
    else
        for (std::size_t i = 0; i < kBlock; ++i)
            out[i] = f(a.each[i], b.each[i]);
}

/// One instruction over a block.
void apply_block(const Instruction& i, double* out, Operand a, Operand b)
{
    switch (i.op) {
    case Op::add:
        return each(out, a, b, [](double u, double v) { return u + v; });
    case Op::subtract:
        return each(out, a, b, [](double u, double v) { return u - v; });
    case Op::multiply:
        return each(out, a, b, [](double u, double v) { return u * v; });
    case Op::divide:
        return each(out, a, b, [](double u, double v) { return quotient(u, v); });
    case Op::min:
        return each(out, a, b, [](double u, double v) { return lesser(u, v); });
    case Op::max:
        return each(out, a, b, [](double u, double v) { return -lesser(-u, -v); });
    case Op::negate:
        return each(out, a, [](double u) { return -u; });
    case Op::square:
        return each(out, a, [](double u) { return u * u; });
    case Op::root:
        return each(out, a, [](double u) { return sqrt(u); });
    case Op::exp:
        return each(out, a, [](double u) { return exp(u); });
    case Op::log:
        return each(out, a, [](double u) { return unless_pole(u, log(u)); });
    case Op::abs:
        return each(out, a, [](double u) { return abs(u); });
    case Op::sin:
        return each(out, a, [](double u) { return sin(u); });
    case Op::cos:
        return each(out, a, [](double u) { return cos(u); });
    case Op::tan:
        return each(out, a, [](double u) { return tan(u); });
    case Op::asin:
        return each(out, a, [](double u) { return asin(u); });
    case Op::acos:
        return each(out, a, [](double u) { return acos(u); });
    case Op::atan:
        return each(out, a, [](double u) { return atan(u); });
    case Op::sinh:
        return each(out, a, [](double u) { return sinh(u); });
    case Op::cosh:
        return each(out, a, [](double u) { return cosh(u); });
    case Op::tanh:
        return each(out, a, [](double u) { return tanh(u); });
    case Op::floor:
        return each(out, a, [](double u) { return floor(u); });
    case Op::ceil:
        return each(out, a, [](double u) { return ceil(u); });
    case Op::round:
        return each(out, a, [](double u) { return round(u); });
    case Op::sign:
        return each(out, a, [](double u) { return sign(u); });
    case Op::whole_power:
        return each(out, a, [n = i.power](double u) { return powi(u, n); });
    case Op::real_power:
        return each(out, a, [p = i.value](double u) { return unless_pole(u, pow(u, p)); });
    case Op::x:
    case Op::y:
    case Op::constant:
        return;
    }
}

} // namespace

void Program::sample_row(Range x, double y, std::span<double> values) const
{
    const std::vector<char> varies = find_varying(instructions_);
    const std::size_t count = instructions_.size();
    std::vector<double> fixed(count), blocks(count * kBlock);
    for (std::size_t k = 0; k < count; ++k)
        if (!varies[k])
            fixed[k] = apply(instructions_[k], fixed.data(), x.lo, y);

    const auto operand = [&](int place) -> Operand {
        if (place < 0)
            return {nullptr, false};
        const auto k = static_cast<std::size_t>(place);
        return varies[k] ? Operand{&blocks[k * kBlock], true} : Operand{&fixed[k], false};
    };
    const double step = values.size() > 1 ? x.width() / static_cast<double>(values.size() - 1) : 0;
    for (std::size_t first = 0; first < values.size(); first += kBlock) {
        for (std::size_t k = 0; k < count; ++k) {
            double* out = &blocks[k * kBlock];
            if (instructions_[k].op == Op::x)
                for (std::size_t i = 0; i < kBlock; ++i)
                    out[i] = x.lo + static_cast<double>(first + i) * step;
            else if (varies[k])
                apply_block(instructions_[k], out, operand(instructions_[k].a),
                    operand(instructions_[k].b));
        }
        const std::size_t used = std::min(kBlock, values.size() - first);
        const Operand result = operand(static_cast<int>(count) - 1);
        for (std::size_t i = 0; i < used; ++i)
            values[first + i] = result.varies ? result.each[i] : *result.each;
    }
}

} // namespace thalweg::surface
