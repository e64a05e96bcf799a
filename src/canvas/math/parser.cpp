#include "canvas/math/parser.hpp"

#include "canvas/math/characters.hpp"
#include "canvas/math/commands.hpp"
#include "canvas/math/reader.hpp"
#include "core/problems.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace thalweg::canvas {

namespace {

constexpr std::string_view kFractionForm = "\\frac{a}{b}", kRootForm = "\\sqrt{x}";

} // namespace

MathList MathReader::all()
{
    MathList parts = list(0);
    if (rest_.empty())
        return parts;
    if (rest_.front() == '}')
        fail("there is no \"{\" for this \"}\"");
    if (rest_.starts_with("\\right"))
        fail("\\right without \\left");
    if (rest_.starts_with("\\end"))
        fail("\\end without \\begin");
    fail("& and \\\\ stand in matrices only: \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}");
}

bool MathReader::is_at_stop(char closing) const
{
    return rest_.empty() || rest_.front() == '}' || rest_.front() == '&' || is_at_row_end()
        || next_name() == "right" || next_name() == "end"
        || (closing != 0 && rest_.front() == closing);
}

MathList MathReader::list(char closing)
{
    const Deeper deeper(*this);
    MathList parts;
    for (skip_blanks(); !is_at_stop(closing); skip_blanks())
        if (!read_script(parts))
            parts.push_back(item());
    return parts;
}

/// What hangs on the part before: "^2", "_i", "'", "²".
bool MathReader::read_script(MathList& parts)
{
    const char c = rest_.front();
    std::string_view after = rest_;
    const auto raised = script_character(take_character(after));
    if (c != '^' && c != '_' && c != '\'' && !raised)
        return false;
    if (parts.empty())
        parts.push_back({.kind = MathNode::Kind::group, .parts = {{}}});
    MathNode& on = parts.back();
    if (c == '\'' || raised) {
        MathList& script = !raised || raised->is_above ? on.superscript : on.subscript;
        script.push_back(symbol(raised ? raised->plain : U'′'));
        rest_ = after;
        return true;
    }
    MathList& script = c == '^' ? on.superscript : on.subscript;
    const bool has_primes = c == '^' && !script.empty() && script.back().symbol == U'′';
    if (!script.empty() && !has_primes)
        fail(fmt::format("a second \"{}\" on one part: use braces, such as x{}{{ab}}", c, c));
    rest_ = after;
    MathList read = argument(fmt::format("\"{}\"", c), fmt::format("x{}{{ab}}", c));
    script.insert(script.end(), read.begin(), read.end());
    return true;
}

MathNode MathReader::item()
{
    const Deeper deeper(*this);
    if (rest_.front() == '\\')
        return command();
    if (rest_.front() == '{')
        return {.kind = MathNode::Kind::group, .parts = {braces()}};
    const char32_t c = take_character(rest_);
    if (c == U'½')
        return {.kind = MathNode::Kind::fraction,
            .type = MathClass::inner,
            .parts = {{symbol(U'1')}, {symbol(U'2')}}};
    if (c == U'√' && !rest_.empty() && rest_.front() != '(' && rest_.front() != ' ')
        return {.kind = MathNode::Kind::radical, .parts = {argument("√", kRootForm), {}}};
    return symbol(c);
}

MathNode MathReader::symbol(char32_t c) const
{
    c = c == U'-' ? U'−' : c == U'*' ? U'∗' : c == U'·' ? U'⋅' : c;
    return {.type = math_class(c), .alphabet = alphabet_, .symbol = c};
}

/// In braces, or the next part.
MathList MathReader::argument(std::string_view of, std::string_view form)
{
    skip_blanks();
    if (is_at_stop(0) || rest_.front() == '^' || rest_.front() == '_')
        fail(fmt::format("{} lacks what it is about: {}", of, form));
    if (rest_.front() == '{')
        return braces();
    return {item()};
}

MathList MathReader::braces()
{
    const std::size_t opening = place();
    rest_.remove_prefix(1);
    MathList inside = list(0);
    if (rest_.empty() || rest_.front() != '}')
        throw MathError(opening, "there is no \"}\" for this \"{\"");
    rest_.remove_prefix(1);
    return inside;
}

std::string_view MathReader::next_name() const
{
    if (rest_.size() < 2 || rest_.front() != '\\')
        return {};
    std::size_t length = 1;
    while (is_ascii_letter(rest_[length]) && length + 1 < rest_.size()
        && is_ascii_letter(rest_[length + 1]))
        ++length;
    return rest_.substr(1, length);
}

MathNode MathReader::command()
{
    const std::size_t at = place();
    const std::string_view name = next_name();
    const MathCommand* known = find_math_command(name);
    if (!known) {
        std::vector<std::string> names;
        for (const MathCommand& one : math_commands())
            names.push_back(fmt::format("\\{}", one.name));
        const std::string written = fmt::format("\\{}", name);
        throw MathError(at,
            fmt::format("unknown command {}{}; thalweg list mathematics shows all", written,
                did_you_mean(written, names)));
    }
    rest_.remove_prefix(1 + name.size());
    return made(*known, at);
}

MathNode MathReader::made(const MathCommand& command, std::size_t at)
{
    using Kind = MathNode::Kind;
    switch (command.kind) {
    case MathCommand::Kind::symbol:
        return {.type = command.type,
            .alphabet = alphabet_,
            .symbol = command.symbol,
            .has_limits = command.has_limits};
    case MathCommand::Kind::function:
        return {.kind = Kind::name,
            .type = MathClass::operation,
            .text = std::string(command.name),
            .has_limits = command.has_limits};
    case MathCommand::Kind::own_function:
        return own_function(at);
    case MathCommand::Kind::radical:
        return radical();
    case MathCommand::Kind::text:
        return word(at);
    case MathCommand::Kind::left:
        return fence(at);
    case MathCommand::Kind::begin:
        return matrix(at);
    case MathCommand::Kind::space:
        return {.kind = Kind::space, .space = command.space};
    case MathCommand::Kind::style:
        return {.kind = Kind::style, .is_display = command.is_display};
    case MathCommand::Kind::right:
    case MathCommand::Kind::end:
        throw MathError(at, fmt::format("\\{} has nothing to close here", command.name));
    case MathCommand::Kind::accent:
    case MathCommand::Kind::overline:
    case MathCommand::Kind::fraction:
    case MathCommand::Kind::alphabet:
        break;
    }
    return with_arguments(command);
}

/// Those that are about the next parts or braces.
MathNode MathReader::with_arguments(const MathCommand& command)
{
    using Kind = MathNode::Kind;
    const std::string shown = fmt::format("\\{}", command.name);
    if (command.kind == MathCommand::Kind::alphabet)
        return in_letters(command.alphabet, shown);
    if (command.kind == MathCommand::Kind::fraction) {
        MathList above = argument(shown, kFractionForm), below = argument(shown, kFractionForm);
        return {.kind = Kind::fraction,
            .type = MathClass::inner,
            .parts = {std::move(above), std::move(below)},
            .is_display = command.is_display};
    }
    const bool is_accent = command.kind == MathCommand::Kind::accent;
    return {.kind = is_accent ? Kind::accent : Kind::overline,
        .symbol = command.symbol,
        .parts = {argument(shown, shown + "{x}")}};
}

MathList parse_math(std::string_view text)
{
    return MathReader(text).all();
}

} // namespace thalweg::canvas
