#pragma once

#include "canvas/format.hpp"
#include "canvas/recorder.hpp"
#include "output/production.hpp"
#include "scene/scene.hpp"

#include <string>
#include <vector>

namespace thalweg::test {

/// A format that pictures must look right in.
struct NamedFormat {
    std::string name;
    canvas::Format format;
    int short_side_px = 0; ///< of a film; 0 for a page
};

/// Films wide, square, tall and small; pages from one column to two.
std::vector<NamedFormat> formats();

/// The YAML scenes of the project.
std::vector<std::string> scene_files();

/// A scene's outputs' common ground.
std::shared_ptr<output::Production> production_of(scene::Scene scene);
scene::Scene scene_of_text(const std::string& text);
std::shared_ptr<output::Production> production_of_text(const std::string& text);

/// Is a long run asked for (scripts/check-long), or a sample of it?
bool is_long_run();

} // namespace thalweg::test
