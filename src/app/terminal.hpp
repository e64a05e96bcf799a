#pragma once

#include <string>
#include <string_view>

namespace thalweg::app {

/// Opens those of the three standard streams that are closed, so that no file takes their place:
/// what is read is empty, messages are dropped, and data on standard output is an error.
void open_standard_streams();

/// Writes data to standard output.
///
/// Throws  OutputError; Interrupted by SIGPIPE where the reader has had enough
void print(std::string_view text);

/// Writes one line of a message to standard error; there is nobody to tell where that fails.
void tell(std::string_view line);

/// The same without the end of the line.
void tell_part(std::string_view text);

/// The same, but nothing where standard error would keep us waiting.
void tell_if_free(std::string_view line);

enum class Tint { bold, red, yellow, green };

/// A text in colour where standard error is a terminal that wants it (see https://no-color.org).
std::string tinted(std::string_view text, Tint tint);

bool is_terminal_stderr();

} // namespace thalweg::app
