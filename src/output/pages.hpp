#pragma once

#include "core/kinds.hpp"
#include "output/options.hpp"

namespace thalweg::output {

/// The pages that publishers take, by name. Their heights are what the picture needs; one that
/// would be too high gets smaller maps, or is refused where the text alone is too much.
std::span<const Kind<PageSize>> page_kinds();

} // namespace thalweg::output
