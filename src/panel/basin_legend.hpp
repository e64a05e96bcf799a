#pragma once

#include "panel/panel.hpp"

namespace thalweg::panel {

/// What the colours of a map of basins mean: the ends by hue, the steps by lightness.
///
/// experiment  must outlive the panel
/// run         one of its plan.basins
/// is_named    its title tells the experiment's name, too
std::unique_ptr<const Panel> make_basin_legend(
    const experiment::Experiment& experiment, std::size_t run, bool is_named);

} // namespace thalweg::panel
