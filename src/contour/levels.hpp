#pragma once

#include "core/kinds.hpp"
#include "surface/surface.hpp"

#include <functional>

namespace thalweg {
namespace contour {
}
using namespace contour;
} // namespace thalweg
namespace thalweg::contour {

/// How contour levels are chosen: gives rising levels for a surface over a domain, none for one
/// that is flat or nowhere a number.
using LevelRule = std::function<std::vector<double>(const Surface&, const Box& domain)>;

/// log (count, from, to), linear (count, from, to), quantile (count), list (values).
///
/// `from` and `to` are kept to the digit. Levels that a rule derives from the surface itself are
/// rounded to as few digits as their distances allow, so that labels read well.
std::span<const Kind<LevelRule>> level_kinds();

} // namespace thalweg::contour
