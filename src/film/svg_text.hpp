#pragma once

#include "film/page.hpp"

#include <string>
#include <string_view>

namespace thalweg {
namespace film {
}
using namespace film;
} // namespace thalweg
namespace thalweg::film {

/// Cairo's SVG made smaller and repeatable.
///
/// Cairo numbers ids per process: they are renumbered by their order in the document. Lengths are
/// cut to a thousandth of a point (Cairo itself keeps 1/256). Title and description are added for
/// readers and search engines.
std::string tidy_svg(std::string_view svg, const PageMeta& meta);

} // namespace thalweg::film
