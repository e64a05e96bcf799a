#pragma once

#include <string>
#include <string_view>

namespace thalweg::app {

/// Writes data to standard output.
///
/// Throws  OutputError
void print(std::string_view text);

/// Writes one line of a message to standard error; there is nobody to tell where that fails.
void tell(std::string_view line);

/// The same without the end of the line.
void tell_part(std::string_view text);

enum class Tint { bold, red, yellow, green };

/// A text in colour where standard error is a terminal that wants it (see https://no-color.org).
std::string tinted(std::string_view text, Tint tint);

bool is_terminal_stderr();

} // namespace thalweg::app
