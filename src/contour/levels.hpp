#pragma once

#include "core/kinds.hpp"
#include "surface/surface.hpp"

#include <functional>

namespace thalweg {

/// How contour levels are chosen: gives rising levels for a surface over a domain.
using LevelRule = std::function<std::vector<double>(const Surface&, const Box& domain)>;

/// log (count, from, to), linear (count, from, to), quantile (count), list (values).
std::span<const Kind<LevelRule>> level_kinds();

} // namespace thalweg
