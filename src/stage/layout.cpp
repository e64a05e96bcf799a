#include "stage/layout.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {
// Shares of the text size.
constexpr double kMargin = 1.8, kTickColumn = 3.0, kTickRow = 1.7, kGap = 2.0, kSidebar = 14;
constexpr double kFlattest = 2.2, kSteepest = 0.55; // proportions beyond these would leave a strip
} // namespace

Layout make_layout(const Format& format, const Box& domain)
{
    const double text = format.text_size(), margin = kMargin * text;
    const double sidebar
        = std::max(0.27 * format.width, std::min(kSidebar * text, 0.42 * format.width));
    const Box room{{margin + kTickColumn * text, format.width - margin - sidebar - kGap * text},
        {margin, format.height - margin - kTickRow * text}};

    const double aspect = std::clamp(domain.width() / domain.height(), kSteepest, kFlattest);
    const double width = std::min(room.width(), room.height() * aspect), height = width / aspect;
    const double top = room.y.lo + 0.5 * (room.height() - height);
    const auto snap = [&](double v) {
        return std::round(v * format.snap) / format.snap;
    }; // crisp edges, cheap clips
    const Box map{{snap(room.x.lo), snap(room.x.lo + width)}, {snap(top), snap(top + height)}};
    return {.map = map,
        .sidebar = {{map.x.hi + kGap * text, format.width - margin}, {room.y.lo, room.y.hi}}};
}

} // namespace thalweg
