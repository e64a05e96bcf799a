#pragma once

#include "optimizer/run.hpp"

#include <string>
#include <vector>

namespace thalweg::scene {

/// An entry of `optimizers`.
struct ListedOptimizer {
    const Node* node = nullptr; ///< as the scene writes it
    optimizer::OptimizerSpec spec{};
};

/// What pictures call the runs of each optimizer: the label, else the kind in words.
///
/// Returns  titles that differ from each other. A given label stays as it is where it can; to the
///          others the first option is added in which they differ, the learning rate before all
///          others ("Adam, learning rate 0.01"), else a number ("Adam 2").
std::vector<std::string> run_titles(const std::vector<ListedOptimizer>& optimizers);

} // namespace thalweg::scene
