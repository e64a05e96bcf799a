#pragma once

#include "fuzz/mutator.hpp"

#include <string>

namespace thalweg::fuzz {

/// A scene whose form is right and whose values are anything: kinds and options as the program
/// lists them, numbers of every size, texts of every script. Most can be rendered.
std::string write_scene(Random& random);

} // namespace thalweg::fuzz
