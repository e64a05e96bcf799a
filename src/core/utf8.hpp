#pragma once

#include <cstddef>
#include <string_view>

namespace thalweg {

/// The length of the well-formed UTF-8 sequence that `text` begins with, or 0.
///
/// Source  The Unicode Standard 15, table 3-7
std::size_t utf8_length(std::string_view text);

} // namespace thalweg
