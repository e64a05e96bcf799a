#pragma once

#include "core/kinds.hpp"
#include "optimizer/optimizer.hpp"
#include "optimizer/recorded_path.hpp"
#include "optimizer/schedule.hpp"

#include <string>

namespace thalweg::optimizer {

/// An optimizer as a scene describes it: everything that its runs share.
struct OptimizerSpec {
    std::string kind{};
    std::string name{}; ///< that scenes and data call its runs by; empty: the label, or the kind
    std::string label{}; ///< that pictures show; empty: the kind in words
    std::optional<Color> color{}; ///< of its runs; the theme's where absent
    Schedule learning_rate{}; ///< 1 throughout where the rule takes none
    std::shared_ptr<const Optimizer> rule{}; ///< `fresh()` of it makes a run's own
    RuleFacts facts{};
    Chance chance{};
    RecordedPath path{}; ///< of a recorded run, which begins at its first point; else null
};

/// Every kind of optimizer, in the order that listings show. The factories read all options of a
/// scene's entry, the common ones (name, label, color, learning_rate, noise) included.
std::span<const Kind<OptimizerSpec>> optimizer_kinds();

} // namespace thalweg::optimizer
