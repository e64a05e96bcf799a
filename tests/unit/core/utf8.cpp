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
