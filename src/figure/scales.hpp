#pragma once

#include "panel/panel.hpp"

#include <vector>

namespace thalweg::figure {

/// What each panel gets of the scales that panels of one key share: the hull of what they ask for.
std::vector<panel::ScaleRequest> shared_scales(const std::vector<const panel::Panel*>& panels);

} // namespace thalweg::figure
