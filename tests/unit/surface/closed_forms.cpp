#include "support/catch.hpp"
#include "unit/surface/made.hpp"

#include <cmath>
#include <numbers>
#include <random>

using namespace thalweg;
using namespace thalweg::surface;

namespace {

/// Each function as the literature prints it, term by term; the program's own forms are rearranged.
struct Row {
    std::string kind;
    double (*value)(double x, double y);
};

constexpr double pi = std::numbers::pi;

double square(double v)
{
    return v * v;
}

double levy(double x, double y)
{
    const double u = 1 + (x - 1) / 4, v = 1 + (y - 1) / 4;
    return square(std::sin(pi * u)) + square(u - 1) * (1 + 10 * square(std::sin(pi * u + 1)))
        + square(v - 1) * (1 + square(std::sin(2 * pi * v)));
}

double goldstein_price(double x, double y)
{
    return (1 + square(x + y + 1) * (19 - 14 * x + 3 * x * x - 14 * y + 6 * x * y + 3 * y * y))
        * (30
            + square(2 * x - 3 * y)
                * (18 - 32 * x + 12 * x * x + 48 * y - 36 * x * y + 27 * y * y));
}

double peaks(double x, double y)
{
    return 3 * square(1 - x) * std::exp(-x * x - square(y + 1))
        - 10 * (x / 5 - std::pow(x, 3) - std::pow(y, 5)) * std::exp(-x * x - y * y)
        - 1.0 / 3 * std::exp(-square(x + 1) - y * y);
}

const Row kRows[] = {
    {"bowl", [](double x, double y) { return x * x + y * y; }},
    {"stretched-quadratic",
        [](double x, double y) {
            const double c = std::sqrt(3.0) / 2, s = 0.5; // 30 degrees
            return square(c * x + s * y) + 10 * square(c * y - s * x);
        }},
    {"saddle", [](double x, double y) { return x * x - y * y; }},
    {"monkey-saddle", [](double x, double y) { return x * x * x - 3 * x * y * y; }},
    {"rosenbrock", [](double x, double y) { return square(1 - x) + 100 * square(y - x * x); }},
    {"himmelblau",
        [](double x, double y) { return square(x * x + y - 11) + square(x + y * y - 7); }},
    {"multimodal",
        [](double x, double y) { return 0.1 * (x * x + y * y) + std::sin(x) * std::sin(y); }},
    {"three-hump-camel",
        [](double x, double y) {
            return 2 * x * x - 1.05 * std::pow(x, 4) + std::pow(x, 6) / 6 + x * y + y * y;
        }},
    {"six-hump-camel",
        [](double x, double y) {
            return (4 - 2.1 * x * x + std::pow(x, 4) / 3) * x * x + x * y
                + (-4 + 4 * y * y) * y * y;
        }},
    {"n-hump-camel", // T5(u) = 16u⁵ − 20u³ + 5u
        [](double x, double y) {
            const double u = x / 2, t = 16 * std::pow(u, 5) - 20 * std::pow(u, 3) + 5 * u;
            return 2 * t * t + x * x / 4 + square(y + x / 2);
        }},
    {"beale",
        [](double x, double y) {
            return square(1.5 - x + x * y) + square(2.25 - x + x * y * y)
                + square(2.625 - x + x * y * y * y);
        }},
    {"booth", [](double x, double y) { return square(x + 2 * y - 7) + square(2 * x + y - 5); }},
    {"matyas", [](double x, double y) { return 0.26 * (x * x + y * y) - 0.48 * x * y; }},
    {"branin",
        [](double x, double y) {
            return square(y - 5.1 / (4 * pi * pi) * x * x + 5 / pi * x - 6)
                + 10 * (1 - 1 / (8 * pi)) * std::cos(x) + 10;
        }},
    {"goldstein-price", goldstein_price},
    {"mccormick",
        [](double x, double y) { return std::sin(x + y) + square(x - y) - 1.5 * x + 2.5 * y + 1; }},
    {"styblinski-tang",
        [](double x, double y) {
            return 0.5
                * (std::pow(x, 4) - 16 * x * x + 5 * x + std::pow(y, 4) - 16 * y * y + 5 * y);
        }},
    {"rastrigin",
        [](double x, double y) {
            return 20 + x * x - 10 * std::cos(2 * pi * x) + y * y - 10 * std::cos(2 * pi * y);
        }},
    {"ackley",
        [](double x, double y) {
            return -20 * std::exp(-0.2 * std::sqrt(0.5 * (x * x + y * y)))
                - std::exp(0.5 * (std::cos(2 * pi * x) + std::cos(2 * pi * y))) + std::exp(1) + 20;
        }},
    {"griewank",
        [](double x, double y) {
            return 1 + (x * x + y * y) / 4000 - std::cos(x) * std::cos(y / std::sqrt(2.0));
        }},
    {"levy", levy},
    {"easom",
        [](double x, double y) {
            return -std::cos(x) * std::cos(y) * std::exp(-square(x - pi) - square(y - pi));
        }},
    {"eggholder",
        [](double x, double y) {
            return -(y + 47) * std::sin(std::sqrt(std::abs(x / 2 + (y + 47))))
                - x * std::sin(std::sqrt(std::abs(x - (y + 47))));
        }},
    {"bukin",
        [](double x, double y) {
            return 100 * std::sqrt(std::abs(y - 0.01 * x * x)) + 0.01 * std::abs(x + 10);
        }},
    {"cross-in-tray",
        [](double x, double y) {
            const double wave = std::exp(std::abs(100 - std::sqrt(x * x + y * y) / pi));
            return -0.0001 * std::pow(std::abs(std::sin(x) * std::sin(y) * wave) + 1, 0.1);
        }},
    {"schaffer",
        [](double x, double y) {
            return 0.5
                + (square(std::sin(x * x - y * y)) - 0.5) / square(1 + 0.001 * (x * x + y * y));
        }},
    {"peaks", peaks},
    {"double-well", [](double x, double y) { return square(x * x - 1) + y * y; }},
    {"gaussian-mixture",
        [](double x, double y) {
            const auto hollow = [&](double a, double b) {
                return -std::exp(-(square(x - a) + square(y - b)) / (2 * 0.64));
            };
            return hollow(-1.5, -0.5) + hollow(1.2, 0.8) + hollow(1.8, -1.2);
        }},
    {"ravine", [](double x, double y) { return 0.1 * x * x + 20 * square(y - std::sin(x)); }},
    {"plateau",
        [](double x, double y) { return 1 + std::tanh(4 * x) + 0.02 * (square(x + 2) + y * y); }},
};

} // namespace

TEST_CASE("surfaces equal the formulas of the literature", "[surface]")
{
    std::mt19937_64 generator(11);
    std::uniform_real_distribution<double> share(0, 1);
    for (const Row& row : kRows) {
        INFO(row.kind);
        const SurfacePtr f = made(row.kind);
        for (int i = 0; i < 500; ++i) {
            const Vec2 p{
                f->facts().domain.x.at(share(generator)), f->facts().domain.y.at(share(generator))};
            CHECK(f->value(p) == Approx(row.value(p.x, p.y)).epsilon(1e-10).margin(1e-10));
        }
    }
}

TEST_CASE("every kind that needs no options has its formula checked", "[surface]")
{
    for (const auto& kind : surface_kinds()) {
        INFO(kind.name);
        const bool checked
            = std::ranges::any_of(kRows, [&](const Row& row) { return row.kind == kind.name; });
        CHECK((checked || !made_by_default(kind)));
    }
}
