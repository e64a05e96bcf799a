#include "panel/numbers.hpp"

#include "support/catch.hpp"

#include <array>
#include <cmath>
#include <limits>

using namespace thalweg::panel;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::vector<std::string> column(std::vector<double> values)
{
    return column_text(values);
}

using Column = std::vector<std::string>;

} // namespace

TEST_CASE("numbers for reading are short", "[panel][numbers]")
{
    CHECK(short_number(0) == "0");
    CHECK(short_number(-0.0) == "0");
    CHECK(short_number(-0.25) == "−0.25");
    CHECK(short_number(1000) == "1000");
    CHECK(short_number(3162.277) == "3162");
    CHECK(short_number(0.001) == "0.001");
    CHECK(short_number(1e-6) == "$10^{-6}$");
    CHECK(short_number(2.5e7) == "2.5·$10^{7}$");
    CHECK(short_number(99999.9) == "$10^{5}$");
    CHECK(short_number(kInfinity) == "∞");
    CHECK(short_number(-kInfinity) == "−∞");
    CHECK(short_number(std::nan("")) == "–");
}

TEST_CASE("zero has no sign", "[panel][numbers]")
{
    CHECK(decimal_text(-0.001, 2) == "0.00");
    CHECK(decimal_text(-0.006, 2) == "−0.01");
    CHECK(decimal_text(3, 0) == "3");
}

TEST_CASE("a column's numbers share their form", "[panel][numbers]")
{
    CHECK(column({4.6258, 4.0359, 0.0752}) == Column{"4.6258", "4.0359", "0.0752"});
    CHECK(column({62.5, 0.25}) == Column{"62.500", "0.250"});
    CHECK(column({0.6362, 4.84e-6}) == Column{"0.636", "4.84·$10^{-6}$"});
    CHECK(column({-3.127, 0.0123, 7e-4}) == Column{"−3.13", "0.0123", "7.00·$10^{-4}$"});
    CHECK(column({12345, 0.5}) == Column{"1.23·$10^{4}$", "0.500"});
    CHECK(column({3.2e9}) == Column{"3.20·$10^{9}$"});
    CHECK(column({9.99999, 1}) == Column{"10.0000", "1.0000"});
}

TEST_CASE(
    "what is nearly nothing, or no number, does not decide a column's form", "[panel][numbers]")
{
    CHECK(column({0.5, 1e-13}) == Column{"0.5000", "< $10^{-12}$"});
    CHECK(column({0.5, 0, kInfinity}) == Column{"0.5000", "0.0000", "∞"});
    CHECK(column({1e-14}) == Column{"< $10^{-12}$"});
    CHECK(column({}).empty());
}

TEST_CASE("numbers that are shown beside others are told apart from them", "[panel][numbers]")
{
    using Texts = std::vector<std::string>;
    CHECK(telling_numbers(std::vector{0.12345, 0.5, 0.7}) == Texts{"0.123", "0.5", "0.7"});
    CHECK(telling_numbers(std::vector{999.5, 1000.0, 1000.5}) == Texts{"999.5", "1000", "1000.5"});
    CHECK(telling_numbers(std::vector{1e6, 1e6 + 1}) == Texts{"$10^{6}$", "1.000001·$10^{6}$"});
    CHECK(telling_numbers(std::vector{-3.0}) == Texts{"−3"});
    CHECK(telling_number(1e-7 / 3, 1e-7) == "3.3·$10^{-8}$");
    CHECK(telling_number(2, HUGE_VAL) == short_number(2));
    CHECK(telling_number(HUGE_VAL, 1) == "∞");
}
