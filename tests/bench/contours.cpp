// Times the contours of Rosenbrock's function, lines and filled regions, as tests/bench/contours.py
// does with contourpy.
#include "contour/trace.hpp"
#include "unit/contour/surfaces.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace thalweg;

int main(int argc, char** argv)
{
    const int repeats = argc > 1 ? std::max(1, std::atoi(argv[1])) : 101;
    const auto f = testing::surface_named(testing::Rosenbrock{});
    const Box domain = testing::rosenbrock_domain();
    const auto levels = testing::log_levels(14, -3, 3.5);
    std::vector<double> times;
    std::size_t lines = 0, fills = 0;
    for (int i = 0; i < repeats; ++i) {
        const auto start = std::chrono::steady_clock::now();
        lines = fills = 0;
        for (const contour::LevelSet& set : contour::trace_levels(f, domain, levels, 4e-5)) {
            for (const contour::Ring& ring : set.rings)
                lines += ring.beziers.size();
            for (const contour::Outline& outline : contour::super_level_outlines(f, domain, set))
                fills += outline.size();
        }
        const std::chrono::duration<double, std::milli> took
            = std::chrono::steady_clock::now() - start;
        times.push_back(took.count());
    }
    std::sort(times.begin(), times.end());
    std::printf("contours: median %.2f ms (min %.2f), %zu Beziers in lines, %zu in fills\n",
        times[times.size() / 2], times.front(), lines, fills);
}
