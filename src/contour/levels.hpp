#pragma once

#include "core/kinds.hpp"
#include "surface/surface.hpp"

#include <functional>

namespace thalweg::contour {

/// How contour levels are chosen: gives rising levels for a surface over a domain, none for one
/// that is flat or nowhere a number.
using LevelRule = std::function<std::vector<double>(const surface::Surface&, const Box& domain)>;

/// auto (count), log (count, from, to), linear (count, from, to), quantile (count), list (values).
///
/// Levels that a rule derives from the surface are nice numbers, about as many as asked for:
/// 10^(k/n), or multiples of 1, 2 or 5 times a power of ten. `from` and `to` are kept to the digit,
/// with exactly `count` levels.
std::span<const Kind<LevelRule>> level_kinds();

} // namespace thalweg::contour
