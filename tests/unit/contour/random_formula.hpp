#pragma once

#include <random>
#include <string>

namespace thalweg::testing {

/// Formulas by chance, the same for the same seed on every machine.
class RandomFormula {
public:
    enum class Kind {
        smooth, ///< defined and smooth everywhere
        wild, ///< with poles, jumps, creases, undefined regions and high frequencies
    };

    RandomFormula(unsigned seed, Kind kind)
        : generator_(seed)
        , kind_(kind)
    {
    }

    std::string text()
    {
        const std::string first = term(4), between = sign();
        return first + between + term(3);
    }

private:
    int pick(int count) { return static_cast<int>(generator_() % static_cast<unsigned>(count)); }
    std::string sign() { return pick(2) ? " + " : " - "; }
    std::string number()
    {
        const int tenths = 1 + pick(25);
        return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
    }

    std::string atom()
    {
        const int which = pick(5);
        if (which < 4)
            return which < 2 ? "x" : "y";
        const std::string a = number(), between = sign();
        return "(" + a + "*x" + between + number() + "*y)";
    }

    std::string term(int depth)
    {
        if (depth == 0 || pick(8) == 0)
            return atom();
        if (kind_ == Kind::wild && pick(4) == 0)
            return wild(depth - 1);
        const std::string a = term(depth - 1), n = number(), between = sign();
        switch (pick(12)) {
        case 0:
        case 1:
            return "(" + a + between + term(depth - 1) + ")";
        case 2:
            return a + "*" + term(depth - 1);
        case 3:
            return "sin(" + n + "*" + a + ")";
        case 4:
            return "cos(" + a + " + " + n + ")";
        case 5:
            return "exp(-(" + a + ")^2)";
        case 6:
            return "(" + a + between + n + ")^2";
        case 7:
            return "tanh(" + a + ")";
        case 8:
            return "atan(" + n + "*" + a + ")";
        case 9:
            return "sqrt(1 + (" + a + ")^2)";
        case 10:
            return "log(1.5 + (" + a + ")^2)";
        default:
            return n + "/(1 + (" + a + ")^2)";
        }
    }

    std::string wild(int depth)
    {
        const std::string a = term(depth), n = number();
        switch (pick(14)) {
        case 0:
            return "sqrt(" + a + ")";
        case 1:
            return "log(" + a + " + " + n + ")";
        case 2:
            return "(" + a + ")^1.5";
        case 3:
            return "asin(" + a + ")";
        case 4:
            return "1/(" + a + ")";
        case 5:
            return "tan(" + a + ")";
        case 6:
            return "abs(" + a + ")";
        case 7:
            return "min(" + a + ", " + term(depth) + ")";
        case 8:
            return "max(" + a + ", " + n + "*" + term(depth) + ")";
        case 9:
            return "floor(" + a + ")";
        case 10:
            return "sign(" + a + ")";
        case 11:
            return "atan(1/(" + a + "))";
        case 12:
            return "sin(20*" + a + ")";
        default:
            return "(1.1 + " + a + ")^(" + atom() + ")";
        }
    }

    std::mt19937 generator_;
    Kind kind_;
};

} // namespace thalweg::testing
