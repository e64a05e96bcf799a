#pragma once

#include "figure/composition.hpp"

namespace thalweg::figure {

/// The smallest page of the proportions of another, in whole millimetres, that panels fit on. It
/// does not depend on the size of the other one, but for the rounding of its height.
///
/// format  of a page that is too small
/// Returns  nothing where no page of up to 16 times its size is large enough
std::optional<canvas::Format> least_page(const LayoutPlan& layout,
    const std::vector<PreparedPanel>& panels, const canvas::Format& format,
    canvas::TextMetrics& metrics);

} // namespace thalweg::figure
