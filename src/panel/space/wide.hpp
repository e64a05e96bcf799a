#pragma once

#include <cstdint>
#include <cstring>

// How wide vectors are handed to functions depends on the processor; ours are all inlined.
#pragma GCC diagnostic ignored "-Wpsabi"

namespace thalweg::panel {

/// Neighbours of a row that are worked on at once, in whatever registers the processor has.
constexpr int kWide = 8;
using Floats [[gnu::vector_size(4 * kWide)]] = float;
using Ints [[gnu::vector_size(4 * kWide)]] = std::int32_t;
using Longs [[gnu::vector_size(8 * kWide)]] = std::int64_t;

[[gnu::always_inline]] inline Floats loaded(const float* from)
{
    Floats v;
    std::memcpy(&v, from, sizeof(v));
    return v;
}
template <class Vector>
[[gnu::always_inline]] inline void store(void* to, const Vector& v)
{
    std::memcpy(to, &v, sizeof(v));
}
[[gnu::always_inline]] inline Floats least(const Floats& a, const Floats& b)
{
    return a < b ? a : b;
}
[[gnu::always_inline]] inline Floats most(const Floats& a, const Floats& b)
{
    return a > b ? a : b;
}
[[gnu::always_inline]] inline Floats clamped(const Floats& v, float low, float high)
{
    return least(most(v, Floats{} + low), Floats{} + high);
}
[[gnu::always_inline]] inline Ints whole(const Floats& v)
{
    return __builtin_convertvector(v, Ints);
}

} // namespace thalweg::panel
