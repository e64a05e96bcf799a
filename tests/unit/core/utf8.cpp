#include "core/utf8.hpp"

#include "support/catch.hpp"

using namespace thalweg;

TEST_CASE("text that can be shown is left alone", "[core]")
{
    for (const std::string text :
        {"", "a b", "Größe ≥ 0", "two\nlines", "𝛁f", "\uFFFD", "\u00A0"}) {
        CHECK(unprintable_part(text).empty());
        CHECK(printable(text) == text);
    }
}

TEST_CASE("a change of direction must end in its text", "[core]")
{
    const auto turn = [](const std::string& text) { return unended_turn(text); };
    CHECK(turn("العربية and עברית").empty());
    CHECK(turn("\u202Eabc\u202C").empty());
    CHECK(turn("\u2067a\u202Bb\u2069c").empty()); // the isolate ends the embedding inside of it
    CHECK(turn("a \u202E b") == "U+202E, which turns the text after it and has no end");
    CHECK(turn("\u2066a\u202C") == "U+2066, which turns the text after it and has no end");
    CHECK(turn("\u202Aa\u2069") == "U+202A, which turns the text after it and has no end");
}

TEST_CASE("blanks and marks of direction leave nothing to see", "[core]")
{
    for (const std::string text : {"", " \t\n", "\u00A0", "\u200B\u2060\uFEFF", "\u200E\u3000"})
        CHECK_FALSE(is_visible(text));
    for (const std::string text : {"a", "\u0301", " 漢", "ا", "🚀", "\u200B."})
        CHECK(is_visible(text));
}

TEST_CASE("what terminals obey, noncharacters and broken bytes are named", "[core]")
{
    const std::pair<std::string, std::string> cases[] = {
        {"a\x1b[31m", "the control character U+001B"},
        {std::string("a\0b", 3), "the control character U+0000"},
        {"\x7f", "the control character U+007F"},
        {"\r", "the control character U+000D"},
        {"\u009B31m", "the control character U+009B"}, // the same as ESC [
        {"\uFFFE", "U+FFFE, which is no character"},
        {"\uFDD0", "U+FDD0, which is no character"},
        {"\U0010FFFF", "U+10FFFF, which is no character"},
        {"ab\xff", "the byte 0xff, which is not UTF-8"},
        {"\xed\xa0\x80", "the byte 0xed, which is not UTF-8"},
    };
    for (const auto& [text, part] : cases) {
        CHECK(unprintable_part(text) == part);
        CHECK(unprintable_part(printable(text)).empty());
    }
    CHECK(printable("a\x1b[31m\tb") == "a\\x1b[31m\\x09b");
}
