// Times sampling and bounding Rosenbrock's function, built in and as a user's formula.
#include "surface/catalogue.hpp"

#include "support/nodes.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace thalweg;

namespace {

/// Nanoseconds per call, the least of several rounds.
template <class F>
double least_ns(std::size_t calls, F f)
{
    double best = 1e300;
    for (int round = 0; round < 25; ++round) {
        const auto start = std::chrono::steady_clock::now();
        f();
        const std::chrono::duration<double, std::nano> took
            = std::chrono::steady_clock::now() - start;
        best = std::min(best, took.count() / static_cast<double>(calls));
    }
    return best;
}

surface::SurfacePtr made(const Node& node)
{
    Problems problems;
    const auto surface = make_kind(node, "surface", surface::surface_kinds(), problems);
    problems.throw_if_any();
    return *surface;
}

struct Times {
    double sample, jet, bound, bound_jet;
};

Times measure(const surface::Surface& f)
{
    constexpr std::size_t side = 500;
    std::vector<double> row(side);
    double sum = 0;
    const auto over_boxes = [&](auto evaluate) {
        return least_ns(100 * 100, [&] {
            for (int i = 0; i < 100; ++i)
                for (int k = 0; k < 100; ++k) {
                    const double x = -2 + 0.04 * i, y = -1 + 0.04 * k;
                    sum += evaluate(Box{{x, x + 0.04}, {y, y + 0.04}});
                }
        });
    };
    const double sample = least_ns(side * side, [&] {
        for (std::size_t k = 0; k < side; ++k) {
            f.sample_row({-2, 2}, -1 + 0.008 * static_cast<double>(k), row);
            sum += row[k];
        }
    });
    const Times times{sample, over_boxes([&](const Box& b) {
                          return f.jet({b.x.lo, b.y.lo}).xx;
                      }),
        over_boxes([&](const Box& b) { return f.bound(b).hi; }),
        over_boxes([&](const Box& b) { return f.bound_jet(b).xx.hi; })};
    if (sum == 42)
        std::puts(""); // nothing above may be optimised away
    return times;
}

} // namespace

int main()
{
    const Times b = measure(*made(nodes::scalar("rosenbrock")));
    const Times f = measure(*made(nodes::mapping({{"kind", nodes::scalar("formula")},
        {"formula", nodes::scalar("(1-x)^2 + 100*(y-x^2)^2")}})));
    std::printf("                  built in   formula   ratio   (ns each)\n");
    const auto line = [](const char* what, double in, double own) {
        std::printf("%-16s %9.2f %9.2f %7.2f\n", what, in, own, own / in);
    };
    line("sample in a row", b.sample, f.sample);
    line("jet", b.jet, f.jet);
    line("bound", b.bound, f.bound);
    line("bound of jet", b.bound_jet, f.bound_jet);
}
