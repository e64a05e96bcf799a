#pragma once

#include "panel/panel.hpp"

namespace thalweg::panel {

/// What the colours of a map of basins mean: the ends by hue, the steps by lightness.
///
/// experiment  one with basins; must outlive the panel
/// is_named    its title tells the experiment's name, too
std::unique_ptr<const Panel> make_basin_legend(
    const experiment::Experiment& experiment, bool is_named);

} // namespace thalweg::panel
