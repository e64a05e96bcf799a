#include "stage/axis.hpp"

#include "support/catch.hpp"

#include <cmath>

using namespace thalweg;

TEST_CASE("ticks stand at round numbers with equal decimals", "[stage]")
{
    const auto ticks = axis_ticks({-2, 2}, 5);
    REQUIRE(ticks.size() == 5);
    CHECK(ticks.front().label == "−2");
    CHECK(ticks[2].label == "0");
    const auto fine = axis_ticks({0.95, 1.05}, 6);
    CHECK(fine.front().label == "0.96");
    CHECK(fine.back().label == "1.04");
}

TEST_CASE(
    "ticks lie in their range, evenly, and are as many as asked for, but at least three", "[stage]")
{
    for (const double width : {1e-7, 3e-4, 0.7, 1.0, 9.99, 1234.0, 7e8})
        for (const double low : {-3.3 * width, -0.5 * width, 0.0, 1.7 * width})
            for (int most = 3; most <= 9; ++most) {
                const auto ticks = axis_ticks({low, low + width}, most);
                CAPTURE(low, width, most);
                REQUIRE(ticks.size() >= 3);
                REQUIRE(static_cast<int>(ticks.size()) <= std::max(most, 7));
                if (most >= 7)
                    REQUIRE(static_cast<int>(ticks.size()) <= most);
                CHECK(ticks.front().at >= low - 1e-6 * width);
                CHECK(ticks.back().at <= low + width * (1 + 1e-6));
                if (ticks.size() > 1) {
                    const double step = ticks[1].at - ticks[0].at;
                    const double digit = step / std::pow(10, std::floor(std::log10(step) + 1e-9));
                    CHECK((std::abs(digit - 1) < 1e-6 || std::abs(digit - 2) < 1e-6
                        || std::abs(digit - 5) < 1e-6));
                }
            }
}

TEST_CASE("numbers for reading are short", "[stage]")
{
    CHECK(short_number(0) == "0");
    CHECK(short_number(-0.25) == "−0.25");
    CHECK(short_number(1000) == "1000");
    CHECK(short_number(3162.277) == "3162");
    CHECK(short_number(1e-6) == "$10^{-6}$");
    CHECK(short_number(2.5e7) == "2.5·$10^{7}$");
    CHECK(loss_text(62.5) == "62.500");
    CHECK(loss_text(-1.25) == "−1.2500");
    CHECK(loss_text(3.2e-9) == "3.20·$10^{-9}$");
    CHECK(loss_text(1.0 / 0.0) == "∞");
    CHECK(loss_text(-1.0 / 0.0) == "−∞");
    CHECK(loss_text(std::nan("")) == "–");
    CHECK(short_number(-1.0 / 0.0) == "−∞");
}
