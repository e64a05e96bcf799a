#include "surface/formula/parser.hpp"

#include "core/problems.hpp"
#include "surface/formula/formula_error.hpp"
#include "surface/formula/lexer.hpp"
#include "surface/formula/names.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace thalweg::surface {

namespace {

/// The row of a table that has a name, or null.
template <class Row>
const Row* find_row(std::span<const Row> table, std::string_view name)
{
    const auto found = std::ranges::find(table, name, &Row::name);
    return found == table.end() ? nullptr : &*found;
}

std::string shown(const Token& token)
{
    return token.type == Token::Type::end ? "the end" : fmt::format("\"{}\"", token.text);
}

/// How strongly an operator holds its operands: V. R. Pratt, Top down operator precedence, POPL
/// 1973. The left one is compared with the operator before, the right one given to the operand
/// after.
struct Binding {
    int left, right;
};
constexpr int kMinus = 25; // of a sign: -x^2 is -(x^2), -x*y is (-x)*y

std::optional<Binding> binding(const Token& token)
{
    if (token.is('+') || token.is('-'))
        return Binding{10, 11};
    if (token.is('*') || token.is('/'))
        return Binding{20, 21};
    if (token.is('^'))
        return Binding{31, 30}; // from the right: a^b^c is a^(b^c)
    return std::nullopt;
}

class Parser {
public:
    Parser(std::string_view text, const std::map<std::string, double>& constants)
        : lexer_(text)
        , constants_(constants)
    {
        advance();
    }

    Program parse()
    {
        const int result = expression(0);
        if (token_.is(')'))
            throw FormulaError(token_.column, "there is no \"(\" for this \")\"");
        if (token_.type != Token::Type::end)
            missing_operator();
        return builder_.finish(result);
    }

private:
    void advance() { token_ = lexer_.next(); }

    [[noreturn]] void missing_operator() const
    {
        throw FormulaError(token_.column,
            fmt::format(
                "expected an operator before {} (products are written 2*x)", shown(token_)));
    }

    void expect(char symbol, const Token& opening)
    {
        if (token_.is(symbol))
            return advance();
        if (token_.type == Token::Type::number || token_.type == Token::Type::name
            || token_.is('('))
            missing_operator();
        throw FormulaError(token_.column,
            fmt::format("expected \"{}\" for the \"(\" of column {} before {}", symbol,
                opening.column, shown(token_)));
    }

    /// Everything from here that holds together more strongly than `least`.
    int expression(int least)
    {
        if (++depth_ > kDeepestFormula)
            throw FormulaError(
                token_.column, fmt::format("more than {} levels deep", kDeepestFormula));
        int left = operand();
        while (const auto strength = binding(token_)) {
            if (strength->left < least)
                break;
            const Token op = token_;
            advance();
            left = combine(op, left, expression(strength->right));
        }
        --depth_;
        return left;
    }

    int combine(const Token& op, int a, int b)
    {
        switch (op.text.front()) {
        case '+':
            return builder_.binary(Op::add, a, b, op.column);
        case '-':
            return builder_.binary(Op::subtract, a, b, op.column);
        case '*':
            return builder_.binary(Op::multiply, a, b, op.column);
        case '/':
            return builder_.binary(Op::divide, a, b, op.column);
        default:
            return builder_.power(a, b, op.column);
        }
    }

    int operand()
    {
        const Token token = token_;
        advance();
        if (token.type == Token::Type::number)
            return builder_.constant(token.value, token.column);
        if (token.type == Token::Type::name)
            return name(token);
        if (token.is('-'))
            return builder_.unary(Op::negate, expression(kMinus), token.column);
        if (token.is('+'))
            return expression(kMinus);
        if (token.is('(')) {
            const int inside = expression(0);
            expect(')', token);
            return inside;
        }
        const std::string_view hint = token.is('*') ? " (powers are written x^2)" : "";
        throw FormulaError(token.column,
            fmt::format("expected a number, a name or \"(\", not {}{}", shown(token), hint));
    }

    int name(const Token& token)
    {
        if (const auto* function = find_row(formula_functions(), token.text))
            return call(*function, token);
        if (token.text == "x" || token.text == "y")
            return builder_.variable(token.text == "x" ? Op::x : Op::y, token.column);
        if (const auto* constant = find_row(formula_constants(), token.text))
            return builder_.constant(constant->value, token.column);
        if (const auto own = constants_.find(std::string(token.text)); own != constants_.end())
            return builder_.constant(own->second, token.column);
        std::vector<std::string> known = formula_names();
        for (const auto& [constant, value] : constants_)
            known.push_back(constant);
        throw FormulaError(token.column,
            fmt::format("unknown name \"{}\"{}", token.text, did_you_mean(token.text, known)));
    }

    int call(const FormulaFunction& function, const Token& token)
    {
        const Token opening = token_;
        if (!opening.is('('))
            throw FormulaError(opening.column,
                fmt::format("expected \"(\" after {}, not {}", token.text, shown(opening)));
        advance();
        std::vector<int> operands = {expression(0)};
        while (operands.size() < function.operands) {
            expect(',', opening);
            operands.push_back(expression(0));
        }
        expect(')', opening);
        return function.add(builder_, operands, token.column);
    }

    Lexer lexer_;
    const std::map<std::string, double>& constants_;
    Builder builder_;
    Token token_;
    int depth_ = 0;
};

} // namespace

Program parse_formula(std::string_view text, const std::map<std::string, double>& constants)
{
    if (text.size() > kLongestFormula)
        throw FormulaError(static_cast<int>(kLongestFormula) + 1,
            fmt::format("the formula is longer than {} characters", kLongestFormula));
    return Parser(text, constants).parse();
}

} // namespace thalweg::surface
