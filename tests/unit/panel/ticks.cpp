#include "panel/ticks.hpp"

#include "support/catch.hpp"

#include <cmath>
#include <limits>
#include <set>

using namespace thalweg;
using namespace thalweg::panel;

namespace {

std::vector<std::string> labels(const Ticks& ticks)
{
    std::vector<std::string> list;
    for (const Tick& tick : ticks.ticks)
        list.push_back(tick.label);
    return list;
}

using Labels = std::vector<std::string>;

} // namespace

TEST_CASE("ticks stand at round numbers with equal decimals", "[panel][ticks]")
{
    CHECK(labels(linear_ticks({-2, 2}, 5)) == Labels{"−2", "−1", "0", "1", "2"});
    CHECK(labels(linear_ticks({0.95, 1.05}, 6)) == Labels{"0.96", "0.98", "1.00", "1.02", "1.04"});
    CHECK(labels(linear_ticks({0, 1200}, 5)) == Labels{"0", "500", "1000"});
    CHECK(labels(linear_ticks({0, 1e-9}, 3)) == Labels{"0", "0.5·$10^{-9}$", "1.0·$10^{-9}$"});
    CHECK(labels(linear_ticks({0, 4e7}, 5))
        == Labels{"0", "$10^{7}$", "2·$10^{7}$", "3·$10^{7}$", "4·$10^{7}$"});
}

TEST_CASE("an axis has two ticks at least, whatever the room", "[panel][ticks]")
{
    CHECK(labels(linear_ticks({-4.5, 4.5}, 2)) == Labels{"−4", "4"});
    CHECK(labels(linear_ticks({-4.5, 4.5}, 3)) == Labels{"−4", "0", "4"});
    CHECK(labels(linear_ticks({-2, 2}, 2)) == Labels{"−2", "2"});
    CHECK(labels(log_ticks({0.1, 10}, 2)) == Labels{"$10^{-1}$", "$10^{1}$"});
    CHECK(labels(log_ticks({1e-5, 1e2}, 3)) == Labels{"$10^{-3}$", "$10^{0}$"});
    for (double low = -9; low < 9; low += 0.7)
        for (double high = low + 0.3; high < 30; high += 1.1)
            for (int most = 2; most < 9; ++most) {
                CAPTURE(low, high, most);
                const std::size_t found = linear_ticks({low, high}, most).ticks.size();
                CHECK(found >= 2);
                CHECK(static_cast<int>(found) <= most);
            }
}

TEST_CASE("long numbers are told as offsets from a round one", "[panel][ticks]")
{
    const Ticks near_one = linear_ticks({1 - 2e-7, 1 + 2e-7}, 5);
    CHECK(labels(near_one) == Labels{"−2", "−1", "0", "1", "2"});
    CHECK(near_one.offset == "·$10^{-7}$ + 1");
    const Ticks far = linear_ticks({-123456.25, -123455.75}, 3);
    CHECK(labels(far) == Labels{"−0.2", "0.0", "0.2"});
    CHECK(far.offset == "− 123456");
    CHECK(linear_ticks({0, 1}, 5).offset.empty());
}

TEST_CASE("ticks are bounded, rise inside their range and differ, at every zoom", "[panel][ticks]")
{
    constexpr double eps = std::numeric_limits<double>::epsilon();
    std::vector<Range> ranges{{1, 1 + eps}, {1, 1}, {0, 0}, {1e17, 1e17 + 64}, {-1e308, 1e308},
        {0, std::numeric_limits<double>::denorm_min()}, {-1e-300, 1e-300}, {1e17, 3e17}};
    for (int exponent = -16; exponent <= 17; ++exponent)
        for (const double low : {-3.3, -0.5, 0.0, 1.0, 1.7, 99.95})
            ranges.push_back({low, low + 0.37 * std::pow(10, exponent)});
    for (const Range& range : ranges)
        for (const int most : {2, 3, 5, 9}) {
            CAPTURE(range.lo, range.hi, most);
            const Ticks ticks = linear_ticks(range, most);
            REQUIRE(static_cast<int>(ticks.ticks.size()) <= most);
            std::set<std::string> seen;
            double before = -std::numeric_limits<double>::infinity();
            for (const Tick& tick : ticks.ticks) {
                CHECK(range.contains(tick.at));
                CHECK(before < tick.at);
                CHECK(tick.label.size() < 24);
                before = tick.at;
                seen.insert(tick.label);
            }
            CHECK(seen.size() == ticks.ticks.size());
        }
    CHECK(linear_ticks({0, std::numeric_limits<double>::infinity()}, 5).ticks.empty());
    CHECK(linear_ticks({std::nan(""), 1}, 5).ticks.empty());
}

namespace {

bool is_round(double step)
{
    const double digit = step / std::pow(10, std::floor(std::log10(step) + 1e-9));
    return std::abs(digit - 1) < 1e-6 || std::abs(digit - 2) < 1e-6 || std::abs(digit - 5) < 1e-6;
}

/// Is there a step of 1, 2 or 5 times a power of ten with two ticks or more, at most `most`?
bool has_round_step(double low, double high, int most)
{
    for (int exponent = -12; exponent <= 12; ++exponent)
        for (const double digit : {1.0, 2.0, 5.0}) {
            const double step = digit * std::pow(10, exponent);
            const double count = std::floor(high / step + 1e-6) - std::ceil(low / step - 1e-6) + 1;
            if (count >= 2 && count <= most)
                return true;
        }
    return false;
}

} // namespace

TEST_CASE("steps are 1, 2 or 5 times a power of ten, where one gives two ticks", "[panel][ticks]")
{
    for (const double width : {1e-7, 3e-4, 0.7, 1.0, 9.99, 1234.0, 7e8})
        for (const double low : {-3.3 * width, -0.5 * width, 0.0, 1.7 * width})
            for (int most = 3; most <= 9; ++most) {
                CAPTURE(low, width, most);
                const auto ticks = linear_ticks({low, low + width}, most).ticks;
                REQUIRE(ticks.size() >= 2);
                CHECK((is_round(ticks[1].at - ticks[0].at)
                    || !has_round_step(low, low + width, most)));
            }
}

TEST_CASE("logarithmic ticks are powers of ten, thinned where there are many", "[panel][ticks]")
{
    CHECK(labels(log_ticks({0.05, 200}, 5))
        == Labels{"$10^{-1}$", "$10^{0}$", "$10^{1}$", "$10^{2}$"});
    const Ticks wide = log_ticks({1e-12, 100}, 5);
    CHECK(labels(wide) == Labels{"$10^{-12}$", "$10^{-9}$", "$10^{-6}$", "$10^{-3}$", "$10^{0}$"});
    for (const Tick& tick : log_ticks({1e-300, 1e300}, 4).ticks)
        CHECK(std::abs(std::remainder(std::log10(tick.at), 1)) < 1e-9);
    CHECK(log_ticks({1e-300, 1e300}, 4).ticks.size() <= 4);
    CHECK(labels(log_ticks({2, 9}, 4)) == Labels{"2", "4", "6", "8"});
    CHECK(log_ticks({0, 1}, 4).ticks.empty());
}
