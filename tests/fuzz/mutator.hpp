#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace thalweg::fuzz {

/// The same numbers on every machine; the distributions of the standard library are not.
class Random {
public:
    explicit Random(std::uint64_t seed)
        : engine_(seed)
    {
    }
    /// From 0 to count - 1.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(engine_() % count); }
    bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }
    template <class T>
    const T& one_of(const std::vector<T>& choices)
    {
        return choices[below(choices.size())];
    }

private:
    std::mt19937_64 engine_;
};

/// An example with a few things wrong: bytes changed, parts removed, doubled, or taken from another
/// example, numbers and words replaced by those that break things.
std::string mutated(const std::vector<std::string>& examples, Random& random);

/// How much to try: `usual` in the tests, `many` where THALWEG_LONG_TESTS is set.
int effort(int usual, int many);

} // namespace thalweg::fuzz
