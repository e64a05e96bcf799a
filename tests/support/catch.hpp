#pragma once
// One header for Catch2 2.13 (Debian 12) and 3.x (elsewhere): the names are those of 2.13.
#if THALWEG_CATCH2_VERSION == 3
#include <catch2/catch_all.hpp>
namespace Catch {
using Matchers::EndsWith;
using Matchers::StartsWith;
inline Matchers::StringContainsMatcher Contains(const std::string& part)
{
    return Matchers::ContainsSubstring(part);
}
} // namespace Catch
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
