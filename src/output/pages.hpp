#pragma once

#include "core/kinds.hpp"
#include "output/options.hpp"

namespace thalweg::output {

/// The widths that publishers ask for, by name; their heights are what the picture needs.
std::span<const Kind<PageSize>> page_kinds();

} // namespace thalweg::output
