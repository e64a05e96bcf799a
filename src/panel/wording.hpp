#pragma once

#include "experiment/experiment.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace thalweg::panel {

/// The name of a kind as pictures show it: "gradient descent", "RMSProp", "Rosenbrock". Empty for
/// surfaces that are known by their formula alone.
std::string kind_in_words(std::string_view kind);

/// The text with a capital first letter, where that is a plain one.
std::string capitalized(std::string text);

/// The names of runs as panels that list them show them: "momentum"; "left: momentum" where the
/// runs are of several experiments.
std::vector<std::string> names_in_list(
    const experiment::Experiments& experiments, std::span<const std::size_t> runs);

/// What is said of the learning rate of each run of an experiment: "learning rate 0.001", the first
/// and the last where it changes, nothing for rules that take none or whole steps, nor where the
/// name of the run says it.
std::vector<std::string> rate_texts(const experiment::Experiment& experiment);

/// What `rate_texts` says of every run of all experiments; empty where they differ.
std::string shared_rate_text(const experiment::Experiments& experiments);

/// Words of a text, parted at blanks outside of formulas.
std::vector<std::string> words_of(const std::string& text);

} // namespace thalweg::panel
