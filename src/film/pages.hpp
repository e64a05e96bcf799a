#pragma once

#include "core/kinds.hpp"
#include "film/page.hpp"

namespace thalweg {
namespace film {
}
using namespace film;
} // namespace thalweg
namespace thalweg::film {

/// The widths that publishers ask for, by name, each with a height of 9/16.
std::span<const Kind<PageSize>> page_kinds();

} // namespace thalweg::film
