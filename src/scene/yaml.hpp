#pragma once

#include "core/node.hpp"

#include <filesystem>
#include <string_view>

namespace thalweg::scene {

/// Reads the one YAML document of a file into a tree of nodes, aliases written out.
///
/// Throws  SceneError for what is no YAML, more than one document, a repeated key, `<<`, a tag,
/// nesting that is too deep;
///         LimitError where the file, or the tree once its aliases are written out, is too large
Node read_yaml(const std::filesystem::path& path);

/// The same from a text; `file` names it in messages.
Node parse_yaml(std::string_view text, const std::string& file);

} // namespace thalweg::scene
