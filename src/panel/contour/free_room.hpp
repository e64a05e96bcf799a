#pragma once

#include "panel/contour/vector_arrows.hpp"

#include <algorithm>
#include <vector>

namespace thalweg::panel {

/// Where names of arrows have room on a map.
class FreeRoom {
public:
    /// fade  free space around a name that is seen in full
    FreeRoom(const Box& map, double fade)
        : map_(map)
        , fade_(fade)
    {
    }

    void take(const Box& box, double opacity = 1) { taken_.push_back({box, opacity}); }
    /// The shaft, which counts less where it is faint.
    void take(const HeadArrow& arrow)
    {
        constexpr int kPoints = 8;
        for (int i = 0; i <= kPoints; ++i) {
            const Vec2 p = lerp(arrow.from, arrow.to, static_cast<double>(i) / kPoints);
            take({{p.x, p.x}, {p.y, p.y}}, arrow.opacity);
        }
    }

    /// How well a name would be seen: 1 where it is free.
    double at(const Box& box) const
    {
        double seen = faded(std::min({box.x.lo - map_.x.lo, map_.x.hi - box.x.hi,
            box.y.lo - map_.y.lo, map_.y.hi - box.y.hi}));
        for (const auto& [other, opacity] : taken_)
            seen = std::min(seen, 1 - opacity * (1 - faded(free_space(other, box))));
        return seen;
    }

private:
    struct Taken {
        Box box;
        double opacity;
    };
    /// Negative where they meet.
    static double free_space(const Box& a, const Box& b)
    {
        return std::max({a.x.lo - b.x.hi, b.x.lo - a.x.hi, a.y.lo - b.y.hi, b.y.lo - a.y.hi});
    }
    double faded(double free) const { return std::clamp(free / fade_, 0.0, 1.0); }

    Box map_;
    double fade_;
    std::vector<Taken> taken_{};
};

} // namespace thalweg::panel
