// Times the maps of basins of Himmelblau's function, 960 x 540 starts.
//
// usage: bench_basins [THREADS]     (default: one for each core)
#include "basin/basin_map.hpp"

#include "support/nodes.hpp"
#include "surface/catalogue.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>

using namespace thalweg;

namespace {

template <class Product>
Product made(std::span<const Kind<Product>> kinds, const Node& node)
{
    Problems problems;
    auto product = make_kind(node, "kind", kinds, problems);
    problems.throw_if_any();
    return *product;
}

/// Every step that was made: to the end, and those that show that it is one.
double steps_of(const basin::BasinMap& map)
{
    double steps = 0;
    for (const basin::Fate& fate : map.fates)
        steps += fate.steps + (fate.settled() ? std::max(20, fate.steps / 4) : 0);
    return steps;
}

void measure(const surface::Surface& surface, const char* kind, int jobs)
{
    const optimizer::OptimizerSpec optimizer = made(optimizer::optimizer_kinds(),
        nodes::mapping({{"kind", nodes::scalar(kind)}, {"learning_rate", nodes::scalar("0.01")}}));
    const basin::Descent descent{surface, optimizer, {.steps = 600}};
    const auto start = std::chrono::steady_clock::now();
    const Box domain = surface.facts().domain;
    const basin::BasinEnds ends = basin::find_ends(descent, domain);
    const basin::BasinMap map = basin::make_basins(descent, ends, {.box = domain}, jobs);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    const double steps = steps_of(map);
    std::printf("%s: %.3f s, %.1f million steps, %.1f million steps a second and core\n", kind,
        took.count(), 1e-6 * steps, 1e-6 * steps / took.count() / jobs);
}

} // namespace

int main(int argc, char** argv)
{
    const int jobs = argc > 1 ? std::max(1, std::atoi(argv[1]))
                              : static_cast<int>(std::thread::hardware_concurrency());
    const surface::SurfacePtr surface = made(surface::surface_kinds(), nodes::scalar("himmelblau"));
    for (const char* kind : {"gradient-descent", "momentum"})
        measure(*surface, kind, jobs);
}
