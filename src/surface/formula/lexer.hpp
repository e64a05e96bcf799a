#pragma once

#include <string_view>

namespace thalweg::surface {

/// A piece of a formula.
struct Token {
    enum class Type { number, name, symbol, end };

    Type type = Type::end;
    std::string_view text;
    double value = 0; ///< of a number
    int column = 1; ///< of its first character, counted from 1

    bool is(char symbol) const { return type == Type::symbol && text.front() == symbol; }
};

/// Cuts a formula into tokens, one at a time.
class Lexer {
public:
    explicit Lexer(std::string_view text)
        : rest_(text)
    {
    }
    /// The next token. Throws FormulaError at a character that no formula has.
    Token next();

private:
    Token take(Token::Type type, std::size_t bytes);

    std::string_view rest_;
    int column_ = 1;
};

} // namespace thalweg::surface
