#include "core/box.hpp"

namespace thalweg {

// Liang & Barsky, "A new concept and method for line clipping", ACM TOG 3(1), 1984.
bool clip_segment(const Box& box, Vec2 a, Vec2 b, double& t0, double& t1)
{
    t0 = 0;
    t1 = 1;
    const auto cut = [&](double from, double step, Range side) {
        if (step == 0)
            return side.contains(from);
        const double enter = ((step > 0 ? side.lo : side.hi) - from) / step;
        const double leave = ((step > 0 ? side.hi : side.lo) - from) / step;
        t0 = std::max(t0, enter);
        t1 = std::min(t1, leave);
        return t0 <= t1;
    };
    return cut(a.x, b.x - a.x, box.x) && cut(a.y, b.y - a.y, box.y);
}

} // namespace thalweg
