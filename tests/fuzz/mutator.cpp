#include "fuzz/mutator.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>

namespace thalweg::fuzz {

namespace {

const std::vector<std::string> kNastyWords{"0", "-0", "-1", "1e308", "-1e308", "5e-324", "1e17",
    "2147483648", "18446744073709551616", "1e-300", "nan", "inf", "\"\"", "[]", "{}", "&a", "*a",
    "<<", "!!float", "---\n", "\xff", "\xC2", "\xED\xA0\x80", "\x1b[31m", "\\e", "\\0",
    "\"\\uFFFE\"", "%", "%s%n", "((((((((", "))))", "^^", "\r\n", "\t", "\n", " ", ",", ";", ":",
    "#", "'", "\"", "..", "/", "-", "~", "true", "null", "\xF0\x9F\x98\x80"};

/// A part of a text, at most `longest` bytes of it.
struct Part {
    std::size_t begin = 0, length = 0;
};

Part any_part(const std::string& text, std::size_t longest, Random& random)
{
    const std::size_t begin = random.below(text.size() + 1);
    return {begin, std::min(text.size() - begin, random.below(longest) + 1)};
}

/// A run of digits, letters or signs, which the nasty words replace.
Part any_word(const std::string& text, Random& random)
{
    const auto in_word = [&](std::size_t i) {
        const auto c = static_cast<unsigned char>(text[i]);
        return std::isalnum(c) || c == '.' || c == '-' || c == '_' || c >= 0x80;
    };
    std::size_t begin = random.below(text.size() + 1);
    while (begin > 0 && in_word(begin - 1))
        --begin;
    std::size_t end = begin;
    while (end < text.size() && in_word(end))
        ++end;
    return {begin, end - begin};
}

void mutate_once(std::string& text, const std::vector<std::string>& examples, Random& random)
{
    const Part part = any_part(text, random.chance(80) ? 8 : 400, random);
    switch (random.below(6)) {
    case 0:
        text.insert(part.begin, 1, static_cast<char>(random.below(256)));
        break;
    case 1:
        text.erase(part.begin, part.length);
        break;
    case 2:
        text.insert(part.begin, text.substr(part.begin, part.length));
        break;
    case 3: {
        const std::string& other = random.one_of(examples);
        const Part theirs = any_part(other, 200, random);
        text.insert(part.begin, other.substr(theirs.begin, theirs.length));
        break;
    }
    default:
        const Part word = any_word(text, random);
        text.replace(word.begin, word.length, random.one_of(kNastyWords));
    }
}

} // namespace

std::string mutated(const std::vector<std::string>& examples, Random& random)
{
    std::string text = random.one_of(examples);
    for (std::size_t i = random.below(4) + 1; i > 0; --i)
        mutate_once(text, examples, random);
    return text;
}

int effort(int usual, int many)
{
    return std::getenv("THALWEG_LONG_TESTS") ? many : usual;
}

} // namespace thalweg::fuzz
