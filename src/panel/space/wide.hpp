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

/// Whether a bit is set in any of them.
[[gnu::always_inline]] inline bool is_any(const Ints& mask)
{
    std::uint64_t words[kWide / 2];
    std::memcpy(words, &mask, sizeof(mask));
    return (words[0] | words[1] | words[2] | words[3]) != 0;
}

} // namespace thalweg::panel
