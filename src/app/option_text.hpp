#pragma once

#include "core/options.hpp"

#include <span>
#include <string>

namespace thalweg::app {

/// What may be written: the words to choose from, or type and limits.
std::string option_form(const OptionInfo& option);

/// Options as people read them: name, type and limits, default, meaning; a line each.
std::string options_text(std::span<const OptionInfo> options);

} // namespace thalweg::app
