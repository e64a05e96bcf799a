#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace thalweg::scene {

/// The text of a scene file: not larger than the limit, and plain UTF-8 without its byte order
/// mark.
///
/// Throws  SceneError where it cannot be read or is no text, LimitError where it is too large
std::string read_source(const std::filesystem::path& path);

/// Throws SceneError at the first byte of `text` that is not UTF-8, or that cannot be shown
/// (core/utf8.hpp). Ends of lines may be those of Windows.
void check_text(std::string_view text, const std::string& file);

} // namespace thalweg::scene
