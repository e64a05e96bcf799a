#pragma once

#include "core/math.hpp"
#include "core/vec2.hpp"

#include <cstdint>

namespace thalweg::optimizer {

/// Random numbers that are the same on every machine: the generator is SplitMix64, the normal
/// numbers come from the ratio of uniforms. That uses only arithmetic for the numbers themselves;
/// the library's logarithm only accepts or rejects, so that its last bit shows in no number.
///
/// Source  G. L. Steele, D. Lea, C. H. Flood, Fast splittable pseudorandom number generators, 2014;
///         A. J. Kinderman, J. F. Monahan, Computer generation of random variables using the ratio
///         of uniform deviates, 1977
class Random {
public:
    explicit Random(std::uint64_t seed)
        : state_(seed)
    {
    }

    /// 64 random bits.
    std::uint64_t bits()
    {
        state_ += 0x9e3779b97f4a7c15;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }

    /// Even in (0, 1): the middles of 2^52 cells.
    double uniform() { return (static_cast<double>(bits() >> 12) + 0.5) * 0x1p-52; }

    /// Even in 0 .. n - 1, without bias: what lies in the last, incomplete run of n is drawn again.
    std::uint64_t below(std::uint64_t n)
    {
        const std::uint64_t rest = -n % n; // 2^64 mod n
        for (;;) {
            const std::uint64_t drawn = bits();
            if (drawn >= rest)
                return drawn % n;
        }
    }

    /// Normal, mean 0, variance 1.
    double normal()
    {
        constexpr double kWidth = 1.7155277699214135; // 2 √(2 / e)
        for (;;) {
            const double u = uniform();
            const double v = kWidth * (uniform() - 0.5);
            const double ratio = v / u;
            if (ratio * ratio <= -4 * thalweg::log(u))
                return ratio;
        }
    }

    Vec2 normal2()
    {
        const double x = normal();
        return {x, normal()};
    }

private:
    std::uint64_t state_;
};

} // namespace thalweg::optimizer
