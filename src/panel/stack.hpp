#pragma once

#include "panel/panel.hpp"

namespace thalweg::panel {

/// Still panels in rows, as many side by side as have ample room, each as high as it needs.
///
/// gap      between them, in sizes of small text
/// Returns  the panel itself where there is one, null where there is none
std::unique_ptr<const Panel> stacked(std::vector<std::unique_ptr<const Panel>> parts, double gap);

} // namespace thalweg::panel
