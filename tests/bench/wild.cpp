// Times the contours of formulas about which little can be proven: with poles, jumps and high
// frequencies, and hundreds of them by chance, each at the levels that a map of it has.
#include "bench/made.hpp"
#include "contour/trace.hpp"
#include "unit/contour/random_formula.hpp"

#include <chrono>
#include <cstdio>
#include <thread>

using namespace thalweg;

namespace {

constexpr Box kDomain = {{-2, 2}, {-2, 2}};
constexpr double kTolerance = 4e-5;
constexpr const char* kManyPoles = "1/sin(5*x*y)";

/// Seconds for all levels of a formula, on all cores; 0 where it is none.
double seconds_for(const std::string& text)
{
    const auto surface = bench::made(
        nodes::mapping({{"kind", nodes::scalar("formula")}, {"formula", nodes::scalar(text)}}),
        surface::surface_kinds());
    if (!surface)
        return 0;
    const auto levels = bench::default_levels(**surface, kDomain);
    using Clock = std::chrono::steady_clock;
    const Clock::time_point start = Clock::now();
    contour::trace_levels(**surface, kDomain, levels, kTolerance,
        static_cast<int>(std::thread::hardware_concurrency()));
    return std::chrono::duration<double>(Clock::now() - start).count();
}

} // namespace

int main()
{
    for (const char* formula : {"1/x", "tan(3*x)+y", "1/(x-y)", "1/(x^2+y^2)", "exp(1/x)+y",
             "log(sin(3*x)*sin(3*y))", "tan(3*x*y)"})
        std::printf("pole: %s: %.3f s\n", formula, seconds_for(formula));
    std::printf("many poles: %s: %.3f s\n", kManyPoles, seconds_for(kManyPoles));
    std::string slowest;
    double most = 0;
    for (unsigned seed = 0; seed < 500; ++seed) {
        const std::string text
            = testing::RandomFormula(seed, testing::RandomFormula::Kind::wild).text();
        if (const double took = seconds_for(text); took > most)
            most = took, slowest = text;
    }
    std::printf("slowest: %s: %.3f s\n", slowest.c_str(), most);
}
