#pragma once
// One header for Catch2 2.13 (Debian 12) and 3.x (elsewhere).
#if THALWEG_CATCH2_VERSION == 3
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
