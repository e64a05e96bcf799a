#pragma once

#include <string>
#include <string_view>

namespace thalweg::canvas {

/// The characters of a text that XML allows: without control characters (line feeds and tabs stay),
/// U+FFFE, U+FFFF and bytes that are not UTF-8.
///
/// Source  W3C, Extensible Markup Language 1.0 (fifth edition), production 2
std::string allowed_characters(std::string_view text);

/// A text as content of an element or value of a quoted attribute, of allowed characters alone.
std::string xml_escaped(std::string_view text);

std::string base64(std::string_view bytes);

} // namespace thalweg::canvas
