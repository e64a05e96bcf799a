#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace thalweg {

/// The length of the well-formed UTF-8 sequence that `text` begins with, or 0.
///
/// Source  The Unicode Standard 15, table 3-7
std::size_t utf8_length(std::string_view text);

/// What no text may hold that is shown or printed: bytes that are not UTF-8; control characters
/// other than the tab and the end of a line, since terminals obey them; noncharacters.
///
/// Returns  "the control character U+001B", or nothing where all is well
std::string unprintable_part(std::string_view text);

/// The first character of a text that turns the direction of what follows and whose turn does not
/// end in the text: what is written after it would be turned as well.
///
/// Returns  "U+202E, which turns the text after it and has no end", or nothing where all is well
/// Source   Unicode Standard Annex 9, The bidirectional algorithm, sections 2.1 to 2.5
std::string unended_turn(std::string_view text);

/// Does a text hold anything that leaves a mark, rather than blanks and control characters alone?
bool is_visible(std::string_view text);

/// The text with parts that no text may hold, and tabs, written as escapes: "\\x1b".
std::string printable(std::string_view text);

} // namespace thalweg
