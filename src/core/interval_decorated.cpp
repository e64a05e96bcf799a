#include "core/interval_decorated.hpp"

namespace thalweg {

using decorated::D, decorated::inside, decorated::positive, decorated::steady, decorated::worst;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

D jumping(const Interval& values, Definedness proof)
{
    return {values, worst(proof, steady(values))};
}

} // namespace

D twice(const D& a)
{
    return {twice(a.v), a.proof};
}

D sq(const D& a)
{
    return {sq(a.v), a.proof};
}

D cube(const D& a)
{
    return {cube(a.v), a.proof};
}

D abs(const D& a)
{
    return {abs(a.v), a.proof};
}

D exp(const D& a)
{
    return {exp(a.v), a.proof};
}

D sin(const D& a)
{
    return {sin(a.v), a.proof};
}

D cos(const D& a)
{
    return {cos(a.v), a.proof};
}

D atan(const D& a)
{
    return {atan(a.v), a.proof};
}

D sinh(const D& a)
{
    return {sinh(a.v), a.proof};
}

D cosh(const D& a)
{
    return {cosh(a.v), a.proof};
}

D tanh(const D& a)
{
    return {tanh(a.v), a.proof};
}

D sqrt(const D& a)
{
    return {sqrt(a.v), worst(a.proof, inside(a.v, 0, kInfinity))};
}

D log(const D& a)
{
    return {log(a.v), worst(a.proof, positive(a.v))};
}

D pow(const D& a, double p)
{
    return {pow(a.v, p), worst(a.proof, p > 0 ? inside(a.v, 0, kInfinity) : positive(a.v))};
}

D asin(const D& a)
{
    return {asin(a.v), worst(a.proof, inside(a.v, -1, 1))};
}

D acos(const D& a)
{
    return {acos(a.v), worst(a.proof, inside(a.v, -1, 1))};
}

D tan(const D& a)
{
    const Interval values = tan(a.v);
    return {
        values, worst(a.proof, is_finite(values) ? Definedness::continuous : Definedness::unknown)};
}

D floor(const D& a)
{
    return jumping(floor(a.v), a.proof);
}

D ceil(const D& a)
{
    return jumping(ceil(a.v), a.proof);
}

D round(const D& a)
{
    return jumping(round(a.v), a.proof);
}

D sign(const D& a)
{
    return jumping(sign(a.v), a.proof);
}

} // namespace thalweg
