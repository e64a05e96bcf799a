#include "surface/formula/typeset.hpp"

#include "surface/formula/lexer.hpp"
#include "surface/formula/typeset_parts.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <vector>

#include <fmt/format.h>

namespace thalweg::surface {

namespace {

constexpr int kDeepestBraces = 8;
constexpr std::size_t kLongestExponent = 48; // of e, in characters

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

    TypesetPart terms()
    {
        TypesetPart left = factors();
        while (token_.is('+') || token_.is('-')) {
            const bool is_minus = token_.is('-');
            advance();
            const TypesetPart right = factors();
            const bool is_signed = right.text.starts_with('-');
            left = {left.all() + (is_minus ? " - " : " + ")
                    + (is_signed || (is_minus && right.strength == Strength::sum)
                            ? in_parentheses(right.all())
                            : right.all()),
                Strength::sum};
        }
        return left;
    }

    TypesetPart factors()
    {
        if (take('-'))
            return negative(factors());
        TypesetPart left = signed_part();
        while (token_.is('*') || token_.is('/')) {
            const bool is_quotient = token_.is('/');
            advance();
            const TypesetPart right = signed_part();
            left = is_quotient ? quotient(left, right) : times(left, right);
        }
        return left;
    }

    static TypesetPart negative(const TypesetPart& part)
    {
        const bool is_signed = part.text.starts_with('-');
        return {fmt::format("-{}",
                    is_signed ? in_parentheses(part.all()) : at_least(Strength::quotient, part)),
            part.strength == Strength::quotient ? Strength::quotient : Strength::product};
    }

    static TypesetPart times(const TypesetPart& left, const TypesetPart& right)
    {
        const bool is_signed = right.text.starts_with('-');
        const std::string first = at_least(Strength::product, left),
                          second
            = is_signed ? in_parentheses(right.all()) : at_least(Strength::product, right);
        const bool is_digit = std::isdigit(static_cast<unsigned char>(second.front()));
        const bool are_fractions = first.ends_with('}') && second.starts_with("\\dfrac");
        return {first
                + (is_digit || are_fractions    ? " \\cdot "
                        : second.front() == '(' ? "\\,"
                                                : " ")
                + second,
            Strength::product};
    }

    /// A fraction within another one is set smaller.
    static std::string fraction(std::string above, std::string below)
    {
        for (std::string* part : {&above, &below})
            for (std::size_t at = 0; (at = part->find("\\dfrac", at)) != part->npos;)
                part->replace(at, 6, "\\frac");
        return fmt::format("\\dfrac{{{}}}{{{}}}", above, below);
    }

    TypesetPart quotient(const TypesetPart& left, const TypesetPart& right) const
    {
        if (exponents_ > 0)
            return {at_least(Strength::product, left) + "/" + at_least(Strength::power, right),
                Strength::quotient};
        return {fraction(left.all(), right.all()), Strength::product};
    }

    TypesetPart signed_part()
    {
        if (take('+'))
            return signed_part();
        if (!take('-'))
            return raised();
        return negative(signed_part());
    }

    TypesetPart raised()
    {
        const TypesetPart base = operand();
        if (!take('^'))
            return base;
        ++exponents_;
        const std::string exponent = signed_part().all();
        --exponents_;
        const std::string above = fmt::format("^{{{}}}", exponent);
        if (!base.arguments.empty() && exponent.front() != '-')
            return {base.text + above + base.arguments, Strength::power};
        const bool is_number = base.text.find(' ') != base.text.npos;
        return {(is_number ? in_parentheses(base.all()) : at_least(Strength::whole, base)) + above,
            Strength::power};
    }

    TypesetPart operand()
    {
        const Token token = token_;
        advance();
        if (token.type == Token::Type::number)
            return {typeset_number(token.text),
                token.text.find_first_of("eE") == token.text.npos ? Strength::whole
                                                                  : Strength::product};
        if (token.is('(')) {
            TypesetPart inside = terms();
            take(')');
            return inside;
        }
        if (!token_.is('('))
            return {typeset_name(token.text)};
        if (const auto power = token.text == "exp" ? power_of_e() : std::nullopt)
            return *power;
        std::vector<TypesetPart> arguments;
        do {
            advance();
            arguments.push_back(terms());
        } while (token_.is(','));
        take(')');
        return typeset_call(token.text, arguments);
    }

    /// Reads the argument of exp where it is short enough for an exponent.
    std::optional<TypesetPart> power_of_e()
    {
        const Lexer lexer = lexer_;
        const Token token = token_;
        advance();
        ++exponents_;
        const std::string exponent = terms().all();
        --exponents_;
        if (exponent.size() <= kLongestExponent) {
            take(')');
            return TypesetPart{fmt::format("e^{{{}}}", exponent), Strength::power};
        }
        lexer_ = lexer;
        token_ = token;
        return std::nullopt;
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
