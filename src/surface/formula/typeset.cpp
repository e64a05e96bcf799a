#include "surface/formula/typeset.hpp"

#include "surface/formula/lexer.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace thalweg::surface {

namespace {

constexpr int kDeepestBraces = 8;
constexpr std::size_t kLongestExponent = 48; // of e, in characters

/// How strongly a part holds together.
enum Strength { sum, product, power, whole };

struct Part {
    std::string text;
    Strength strength = whole;
    std::string arguments{}; ///< of a function; its power stands before them
    std::string all() const { return text + arguments; }
};

bool is_high(const std::string& text)
{
    return text.find("frac{") != text.npos;
}

std::string in_parentheses(const std::string& text)
{
    return is_high(text) ? fmt::format("\\left({}\\right)", text) : "(" + text + ")";
}

std::string at_least(Strength strength, const Part& part)
{
    return part.strength < strength ? in_parentheses(part.all()) : part.all();
}

/// "1e-3" as a power of ten.
std::string number(std::string_view text)
{
    const std::size_t e = text.find_first_of("eE");
    if (e == text.npos)
        return std::string(text);
    std::string exponent(text.substr(e + 1));
    exponent.erase(0, exponent.front() == '+' ? 1 : 0);
    const std::string_view mantissa = text.substr(0, e);
    return mantissa == "1" ? fmt::format("10^{{{}}}", exponent)
                           : fmt::format("{} \\cdot 10^{{{}}}", mantissa, exponent);
}

std::string name(std::string_view text)
{
    if (text == "pi")
        return "\\pi ";
    const std::size_t line = text.find('_');
    const std::string_view head = text.substr(0, line);
    std::string shown = head.size() == 1 ? std::string(head) : fmt::format("\\text{{{}}}", head);
    if (line != text.npos && line > 0 && line + 1 < text.size())
        shown += fmt::format("_{{\\text{{{}}}}}", text.substr(line + 1));
    return line == 0 ? fmt::format("\\text{{{}}}", text) : shown;
}

Part call(std::string_view function, const std::vector<Part>& arguments)
{
    const std::string first = arguments.front().all();
    if (function == "sqrt")
        return {fmt::format("\\sqrt{{{}}}", first)};
    if (function == "abs")
        return {fmt::format("\\left|{}\\right|", first)};
    if (function == "floor" || function == "ceil")
        return {fmt::format("\\left\\l{0} {1}\\right\\r{0}", function, first)};
    if (function == "exp" && first.size() <= kLongestExponent && !is_high(first))
        return {fmt::format("e^{{{}}}", first), power};
    if (function == "hypot")
        return {fmt::format(
            "\\sqrt{{{}^2 + {}^2}}", at_least(whole, arguments[0]), at_least(whole, arguments[1]))};
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kOthers{
        {{"asin", "\\arcsin"}, {"acos", "\\arccos"}, {"atan", "\\arctan"}, {"mod", "\\text{mod}"},
            {"round", "\\text{round}"}}};
    const auto* const other
        = std::ranges::find(kOthers, function, [](const auto& row) { return row.first; });
    std::string inside;
    for (const Part& argument : arguments)
        inside += (inside.empty() ? "" : ", ") + argument.all();
    return {other == kOthers.end() ? fmt::format("\\{}", function) : std::string(other->second),
        whole, in_parentheses(inside)};
}

class Writer {
public:
    explicit Writer(std::string_view text)
        : lexer_(text)
    {
        advance();
    }
    std::string all() { return terms().all(); }

private:
    void advance() { token_ = lexer_.next(); }
    bool take(char symbol)
    {
        const bool is_there = token_.is(symbol);
        if (is_there)
            advance();
        return is_there;
    }

    Part terms()
    {
        Part left = factors();
        while (token_.is('+') || token_.is('-')) {
            const bool is_minus = token_.is('-');
            advance();
            const Part right = factors();
            const bool is_signed = right.text.starts_with('-');
            left = {left.all() + (is_minus ? " - " : " + ")
                    + (is_signed || (is_minus && right.strength == sum)
                            ? in_parentheses(right.all())
                            : right.all()),
                sum};
        }
        return left;
    }

    Part factors()
    {
        Part left = signed_part();
        while (token_.is('*') || token_.is('/')) {
            const bool is_quotient = token_.is('/');
            advance();
            const Part right = signed_part();
            left = is_quotient ? quotient(left, right) : times(left, right);
        }
        return left;
    }

    static Part times(const Part& left, const Part& right)
    {
        const bool is_signed = right.text.starts_with('-');
        const std::string first = at_least(product, left),
                          second
            = is_signed ? in_parentheses(right.all()) : at_least(product, right);
        const bool is_digit = std::isdigit(static_cast<unsigned char>(second.front()));
        const bool are_fractions = first.ends_with('}') && second.starts_with("\\dfrac");
        return {first
                + (is_digit || are_fractions    ? " \\cdot "
                        : second.front() == '(' ? "\\,"
                                                : " ")
                + second,
            product};
    }

    /// A fraction within another one is set smaller.
    static std::string fraction(std::string above, std::string below)
    {
        for (std::string* part : {&above, &below})
            for (std::size_t at = 0; (at = part->find("\\dfrac", at)) != part->npos;)
                part->replace(at, 6, "\\frac");
        return fmt::format("\\dfrac{{{}}}{{{}}}", above, below);
    }

    Part quotient(const Part& left, const Part& right) const
    {
        if (exponents_ > 0)
            return {at_least(product, left) + "/" + at_least(power, right), product};
        if (left.text.starts_with('-') && left.strength != sum)
            return {fmt::format("-{}", fraction(left.all().substr(1), right.all())), product};
        return {fraction(left.all(), right.all()), product};
    }

    Part signed_part()
    {
        if (take('+'))
            return signed_part();
        if (!take('-'))
            return raised();
        const Part part = signed_part();
        const bool is_signed = part.text.starts_with('-');
        return {
            fmt::format("-{}", is_signed ? in_parentheses(part.all()) : at_least(product, part)),
            product};
    }

    Part raised()
    {
        const Part base = operand();
        if (!take('^'))
            return base;
        ++exponents_;
        const std::string exponent = signed_part().all();
        --exponents_;
        const std::string above = fmt::format("^{{{}}}", exponent);
        if (!base.arguments.empty() && exponent.front() != '-')
            return {base.text + above + base.arguments, power};
        const bool is_number = base.text.find(' ') != base.text.npos;
        return {(is_number ? in_parentheses(base.all()) : at_least(whole, base)) + above, power};
    }

    Part operand()
    {
        const Token token = token_;
        advance();
        if (token.type == Token::Type::number)
            return {number(token.text),
                token.text.find_first_of("eE") == token.text.npos ? whole : product};
        if (token.is('(')) {
            Part inside = terms();
            take(')');
            return inside;
        }
        if (!token_.is('('))
            return {name(token.text)};
        std::vector<Part> arguments;
        do {
            advance();
            arguments.push_back(terms());
        } while (token_.is(','));
        take(')');
        return call(token.text, arguments);
    }

    Lexer lexer_;
    Token token_;
    int exponents_ = 0; ///< around what is read
};

int braces(std::string_view text)
{
    int depth = 0, deepest = 0;
    for (const char c : text)
        deepest = std::max(deepest,
            depth += c == '{' || c == '(' ? 1
                : c == '}' || c == ')'    ? -1
                                          : 0);
    return deepest;
}

} // namespace

std::string typeset_formula(std::string_view text)
{
    if (text.empty())
        return "";
    const std::string set = Writer(text).all();
    return braces(set) > kDeepestBraces ? std::string(text) : "$" + set + "$";
}

} // namespace thalweg::surface
