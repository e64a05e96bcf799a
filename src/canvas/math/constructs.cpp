#include "canvas/math/characters.hpp"
#include "canvas/math/reader.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace thalweg::canvas {

MathNode MathReader::radical()
{
    skip_blanks();
    MathList degree;
    if (!rest_.empty() && rest_.front() == '[') {
        const std::size_t opening = place();
        rest_.remove_prefix(1);
        degree = list(']');
        if (rest_.empty() || rest_.front() != ']')
            throw MathError(opening, "there is no \"]\" for this \"[\"");
        rest_.remove_prefix(1);
    }
    MathList inside = argument("\\sqrt", "\\sqrt{x} or \\sqrt[3]{x}");
    return {.kind = MathNode::Kind::radical, .parts = {std::move(inside), std::move(degree)}};
}

MathNode MathReader::in_letters(MathAlphabet alphabet, const std::string& shown)
{
    const MathAlphabet before = std::exchange(alphabet_, alphabet);
    MathList inside = argument(shown, shown + "{x}");
    alphabet_ = before;
    return {.kind = MathNode::Kind::group, .parts = {std::move(inside)}};
}

/// What stands in braces, as it is written.
std::string MathReader::raw_braces(std::size_t at, const std::string& form)
{
    skip_blanks();
    const std::size_t end = rest_.find('}');
    if (rest_.empty() || rest_.front() != '{' || end == rest_.npos)
        throw MathError(at, "braces are missing: " + form);
    std::string inside(rest_.substr(1, end - 1));
    rest_.remove_prefix(end + 1);
    return inside;
}

MathNode MathReader::word(std::size_t at)
{
    return {.kind = MathNode::Kind::word, .text = raw_braces(at, "\\text{if so}")};
}

MathNode MathReader::own_function(std::size_t at)
{
    const std::string form = "\\operatorname{mod}", name = raw_braces(at, form);
    if (name.empty() || !std::ranges::all_of(name, is_ascii_letter))
        throw MathError(at, "letters are missing: " + form);
    return {.kind = MathNode::Kind::name, .type = MathClass::operation, .text = name};
}

/// 0 where a dot says that there is none.
char32_t MathReader::delimiter(std::size_t at)
{
    static constexpr std::u32string_view kKnown = U"()[]{}|‖⟨⟩⌊⌋⌈⌉/.";
    skip_blanks();
    const std::string_view name = next_name();
    char32_t found = 0;
    if (const MathCommand* command = find_math_command(name); command && !name.empty()) {
        found = command->symbol;
        rest_.remove_prefix(1 + name.size());
    } else if (!rest_.empty() && rest_.front() != '{' && rest_.front() != '}') {
        found = take_character(rest_);
        found = found == U'<' ? U'⟨' : found == U'>' ? U'⟩' : found;
    }
    if (found == 0 || kKnown.find(found) == kKnown.npos)
        throw MathError(at,
            "\\left and \\right need a sign each: one of ( ) [ ] \\{ \\} | \\| \\langle \\rangle "
            "\\lfloor \\rfloor \\lceil \\rceil / or . for none");
    return found == U'.' ? 0 : found;
}

MathNode MathReader::fence(std::size_t at)
{
    const char32_t opening = delimiter(at);
    MathList inside = list(0);
    if (next_name() != "right")
        throw MathError(at, "there is no \\right for this \\left");
    const std::size_t end = place();
    rest_.remove_prefix(std::string_view("\\right").size());
    const char32_t closing = delimiter(end);
    return {.kind = MathNode::Kind::fence,
        .type = MathClass::inner,
        .opening = opening,
        .closing = closing,
        .parts = {std::move(inside)}};
}

std::vector<std::vector<MathList>> MathReader::rows()
{
    std::vector<std::vector<MathList>> read(1);
    while (true) {
        read.back().push_back(list(0));
        if (read.size() > kLargestMatrix || read.back().size() > kLargestMatrix)
            fail(fmt::format("matrices have at most {0} rows of {0} numbers", kLargestMatrix));
        const bool is_row_end = is_at_row_end();
        if (!is_row_end && (rest_.empty() || rest_.front() != '&'))
            return read;
        rest_.remove_prefix(is_row_end ? 2 : 1);
        skip_blanks();
        if (is_row_end && next_name() == "end")
            return read; // a row's end behind the last row says nothing
        if (is_row_end)
            read.emplace_back();
    }
}

MathNode MathReader::matrix(std::size_t at)
{
    const std::string name = raw_braces(at, "\\begin{pmatrix}");
    const auto known = std::ranges::find(math_matrices(), name, &MathMatrix::name);
    if (known == math_matrices().end()) {
        std::string names;
        for (const MathMatrix& one : math_matrices())
            names.append(names.empty() ? "" : ", ").append(one.name);
        throw MathError(at, fmt::format("\\begin{{{}}} is not known; there are {}", name, names));
    }
    std::vector<std::vector<MathList>> read = rows();
    read_end(at, name);
    MathNode node{.kind = MathNode::Kind::matrix,
        .type = known->opening ? MathClass::inner : MathClass::ordinary,
        .opening = known->opening,
        .closing = known->closing};
    for (const auto& row : read)
        node.columns = std::max(node.columns, row.size());
    for (auto& row : read) {
        row.resize(node.columns);
        std::ranges::move(row, std::back_inserter(node.parts));
    }
    return node;
}

void MathReader::read_end(std::size_t at, const std::string& name)
{
    const std::string form = fmt::format("\\end{{{}}}", name);
    if (next_name() != "end")
        throw MathError(at, fmt::format("there is no {} for this \\begin{{{}}}", form, name));
    const std::size_t end = place();
    rest_.remove_prefix(std::string_view("\\end").size());
    if (raw_braces(end, form) != name)
        throw MathError(end, fmt::format("expected {}", form));
}

} // namespace thalweg::canvas
