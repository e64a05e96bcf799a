#include "surface/formula/lexer.hpp"

#include "surface/formula/formula_error.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace thalweg::surface {

namespace {

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}
bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The bytes of the first character of valid UTF-8.
std::size_t first_character(std::string_view text)
{
    std::size_t n = 1;
    while (n < text.size() && (static_cast<unsigned char>(text[n]) & 0xC0) == 0x80)
        ++n;
    return n;
}

} // namespace

Token Lexer::take(Token::Type type, std::size_t bytes)
{
    const Token token{.type = type, .text = rest_.substr(0, bytes), .column = column_};
    rest_.remove_prefix(bytes);
    column_ += static_cast<int>(bytes); // tokens are plain ASCII
    return token;
}

Token Lexer::next()
{
    while (!rest_.empty() && is_space(rest_.front()))
        take(Token::Type::end, 1);
    if (rest_.empty())
        return take(Token::Type::end, 0);
    const char c = rest_.front();
    if (is_digit(c) || c == '.') {
        double value = 0;
        const auto [stop, error]
            = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
        if (error == std::errc::invalid_argument)
            throw FormulaError(column_, "a lone \".\" is no number");
        if (error == std::errc::result_out_of_range)
            throw FormulaError(column_, "this number is too large or too small");
        Token token = take(Token::Type::number, static_cast<std::size_t>(stop - rest_.data()));
        token.value = value;
        return token;
    }
    if (is_letter(c)) {
        const auto end
            = std::ranges::find_if_not(rest_, [](char d) { return is_letter(d) || is_digit(d); });
        return take(Token::Type::name, static_cast<std::size_t>(end - rest_.begin()));
    }
    if (std::string_view("+-*/^(),").find(c) != std::string_view::npos)
        return take(Token::Type::symbol, 1);
    throw FormulaError(column_,
        fmt::format("unexpected character \"{}\"", rest_.substr(0, first_character(rest_))));
}

} // namespace thalweg::surface
