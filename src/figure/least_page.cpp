#include "figure/least_page.hpp"

#include <cmath>

namespace thalweg::figure {

namespace {

constexpr double kLargest = 16; // times the size that was asked for
constexpr double kStride = 1.25; // from one page that is tried to the next
constexpr double kMillimetre = 72 / 25.4; // in points
constexpr double kRounding = 0.01; // millimetres

double millimetres(const canvas::Format& page)
{
    return page.width * page.scale / kMillimetre;
}

/// The page of another width, as if its author had asked for it.
canvas::Format page_of_width(const canvas::Format& asked, int width_mm)
{
    const double height_mm
        = std::ceil(width_mm * asked.height / asked.width - kRounding); // 0 stays 0
    const double width_pt = width_mm * kMillimetre, height_pt = height_mm * kMillimetre;
    const canvas::Format usual
        = canvas::page_format(asked.width * asked.scale, asked.height * asked.scale);
    canvas::Format page = canvas::page_format(width_pt, height_pt);
    page.most_height = asked.most_height;
    page.line = asked.line;
    page.has_title &= asked.has_title || !usual.has_title;
    if (asked.type == usual.type)
        return page;
    // A publisher's own range of type holds at every size.
    canvas::Format same = asked;
    same.width = width_pt / asked.scale;
    same.height = height_pt / asked.scale;
    return same;
}

} // namespace

std::optional<canvas::Format> least_page(const LayoutPlan& layout,
    const std::vector<PreparedPanel>& panels, const canvas::Format& format,
    canvas::TextMetrics& metrics)
{
    const auto fits = [&](int width_mm) {
        return best_composition(layout, panels, page_of_width(format, width_mm), metrics)
            .has_value();
    };
    const double tried = millimetres(format);
    int too_small = static_cast<int>(std::floor(tried + kRounding)), enough = too_small;
    do {
        too_small = enough;
        enough = static_cast<int>(std::ceil(kStride * too_small)) + 1;
        if (enough > kLargest * tried)
            return std::nullopt;
    } while (!fits(enough));
    while (enough - too_small > 1) {
        const int middle = (too_small + enough) / 2;
        (fits(middle) ? enough : too_small) = middle;
    }
    return page_of_width(format, enough);
}

} // namespace thalweg::figure
