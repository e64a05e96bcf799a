#pragma once

#include "support/program.hpp"

namespace thalweg::test {

/// A scene's text with a top-level key, and all that belongs to it, replaced or added.
///
/// value  as it stands behind the colon, on one line
std::string with(const std::string& scene, const std::string& key, const std::string& value);

/// Renders a scene's text into a folder, where it is kept as NAME.yaml.
Ended render(const std::string& scene, const TemporaryFolder& folder,
    std::vector<std::string> options = {}, const std::string& name = "scene");

/// The data that the project's scenes read lie beside them.
void copy_data(const TemporaryFolder& folder);

/// Runs another program; requires that it succeeds and returns what it printed.
std::string output_of(const std::vector<std::string>& words);

std::vector<std::string> lines_of(const std::string& text);

} // namespace thalweg::test
