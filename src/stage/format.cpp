#include "stage/format.hpp"

#include <algorithm>

namespace thalweg {

double Format::text_size() const
{
    return std::clamp(6 + width / 110, 7.0, 13.5);
}

Format pixel_format(int width_px, int height_px)
{
    const double units = std::clamp<double>(height_px, 360, 540);
    const double scale = height_px / units;
    return {.width = width_px / scale,
        .height = units,
        .scale = scale,
        .snap = scale,
        .curve_tolerance = 0.02 / scale};
}

Format page_format(double width_pt, double height_pt)
{
    return {.width = width_pt, .height = height_pt, .scale = 1, .curve_tolerance = 0.01};
}

} // namespace thalweg
