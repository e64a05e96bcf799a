#pragma once

#include "panel/panel.hpp"

namespace thalweg::panel {

/// Still panels one below another, each as wide as their place and as high as it needs.
///
/// gap      between them, in sizes of small text
/// Returns  the panel itself where there is one, null where there is none
std::unique_ptr<const Panel> stacked(std::vector<std::unique_ptr<const Panel>> parts, double gap);

} // namespace thalweg::panel
