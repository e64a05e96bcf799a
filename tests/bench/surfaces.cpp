// Times the contours of surfaces of the catalogue, so that two versions of the program can be
// compared: polynomials first, then surfaces with sines and exponentials.
#include "bench/made.hpp"
#include "contour/trace.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace thalweg;

namespace {

constexpr int kRounds = 21;

/// CPU milliseconds for all default levels, the least of several rounds.
double milliseconds_for(const char* name)
{
    const auto f = *bench::made(nodes::scalar(name), surface::surface_kinds());
    const Box domain = f->facts().domain;
    const std::vector<double> levels = bench::default_levels(*f, domain);
    double least = 1e9;
    for (int i = 0; i < kRounds; ++i) {
        const std::clock_t start = std::clock();
        contour::trace_levels(*f, domain, levels, 1e-5 * domain.width());
        least = std::min(least, 1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    return least;
}

} // namespace

int main()
{
    for (const char* name : {"bowl", "saddle", "rosenbrock", "himmelblau", "three-hump-camel",
             "six-hump-camel", "beale"})
        std::printf("polynomial: %s: %.3f ms\n", name, milliseconds_for(name));
    for (const char* name : {"multimodal", "rastrigin", "ackley", "branin", "easom"})
        std::printf("sines: %s: %.3f ms\n", name, milliseconds_for(name));
}
