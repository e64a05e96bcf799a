#include "scene/resolution.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace thalweg::scene {

namespace {

/// Tenth powers of what lies between stay within the range of doubles.
constexpr double kNarrowest = 1e-30, kLargest = 1e30;

/// Of the larger of an axis' ends; below are 4.5 million doubles, a thousand for each pixel of a
/// wide picture.
constexpr double kFinest = 1e-9;

} // namespace

std::string resolution_fault(const Range& part)
{
    const double width = part.hi - part.lo;
    const double largest = std::max(std::abs(part.lo), std::abs(part.hi));
    const auto text = [&] { return fmt::format("[{}, {}]", part.lo, part.hi); };
    if (!(largest <= kLargest))
        return fmt::format("{} reaches beyond {}", text(), kLargest);
    if (width < kFinest * largest)
        return fmt::format(
            "{} is narrower than {:.1g}: double precision does not tell enough of its points apart",
            text(), kFinest * largest);
    if (width < kNarrowest)
        return fmt::format("{} is narrower than {}", text(), kNarrowest);
    return "";
}

} // namespace thalweg::scene
