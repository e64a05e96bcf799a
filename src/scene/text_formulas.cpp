#include "scene/text_formulas.hpp"

#include "canvas/math/formulas.hpp"
#include "core/utf8.hpp"
#include "scene/source_text.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

namespace thalweg::scene {

namespace {

constexpr std::array<std::string_view, 5> kTexts{"title", "label", "x_label", "y_label", "text"};

bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// A place in a file that moves forwards.
class Cursor {
public:
    Cursor(std::string_view text, const Location& where)
        : rest_(text)
        , at_{where.file, 1, 1}
    {
        while (!rest_.empty() && (at_.line < where.line || at_.column < where.column))
            step();
    }
    std::string_view rest() const { return rest_; }
    const Location& where() const { return at_; }
    void step()
    {
        const std::size_t length = std::max<std::size_t>(utf8_length(rest_), 1);
        at_ = rest_.front() == '\n' ? Location{at_.file, at_.line + 1, 1}
                                    : Location{at_.file, at_.line, at_.column + 1};
        rest_.remove_prefix(std::min(length, rest_.size()));
    }

private:
    std::string_view rest_;
    Location at_;
};

/// How long YAML's way to write the next character is, in characters; 1 for most.
std::size_t written_length(std::string_view rest, char quote)
{
    if (quote == '\'' && rest.starts_with("''"))
        return 2;
    if (quote != '"' || rest.front() != '\\' || rest.size() < 2)
        return 1;
    return rest[1] == 'x' ? 4 : rest[1] == 'u' ? 6 : rest[1] == 'U' ? 10 : 2;
}

/// The place of a byte of a scalar in its file; of the scalar where it cannot be followed there,
/// as in what the command line sets.
Location place_inside(const Node& scalar, std::size_t byte)
{
    if (!std::filesystem::is_regular_file(scalar.where.file))
        return scalar.where;
    const std::string source = read_source(scalar.where.file);
    Cursor cursor(source, scalar.where);
    if (cursor.rest().empty())
        return scalar.where;
    const char first = cursor.rest().front();
    const char quote = scalar.quoted && (first == '"' || first == '\'') ? first : '\0';
    if (quote)
        cursor.step();
    else if (first == '|' || first == '>') // a block begins in the next line
        while (!cursor.rest().empty() && cursor.rest().front() != '\n')
            cursor.step();
    for (std::string_view text = std::string_view(scalar.text); !cursor.rest().empty();) {
        const std::size_t length = written_length(cursor.rest(), quote);
        const bool is_same = length > 1 || cursor.rest().front() == text.front();
        if (is_same && text.size() + byte <= scalar.text.size())
            return cursor.where();
        if (!is_same && !is_blank(cursor.rest().front()) && !is_blank(text.front()))
            return scalar.where;
        if (is_same || !is_blank(cursor.rest().front()))
            text.remove_prefix(std::max<std::size_t>(utf8_length(text), 1));
        if (is_same || is_blank(cursor.rest().front()))
            for (std::size_t i = 0; i < length && !cursor.rest().empty(); ++i)
                cursor.step();
        if (text.empty())
            break;
    }
    return cursor.rest().empty() ? scalar.where : cursor.where();
}

} // namespace

void check_formulas(const Node& scene, Problems& problems)
{
    for (const Node& item : scene.items)
        check_formulas(item, problems);
    for (const Node::Entry& entry : scene.entries) {
        check_formulas(entry.value, problems);
        if (entry.value.type != Node::Type::scalar
            || std::ranges::find(kTexts, entry.key) == kTexts.end())
            continue;
        if (const auto fault = canvas::formula_fault(entry.value.text))
            problems.add(place_inside(entry.value, fault->at), fault->message);
    }
}

} // namespace thalweg::scene
