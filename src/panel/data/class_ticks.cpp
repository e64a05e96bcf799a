#include "panel/data/class_ticks.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

namespace thalweg::panel {

namespace {

// In line units.
constexpr double kHeight = 6, kPitch = 7; // of a tick, and from one to that above
constexpr double kApart = 2.4; // the least from one tick to the next beside it
constexpr double kSamePlace = 0.3; // of two ticks this near one is drawn

/// The rows of one heap, filled from the left.
class Rows {
public:
    Rows(std::size_t count, double unit)
        : last_(count, -std::numeric_limits<double>::infinity())
        , unit_(unit)
    {
    }

    /// The row of the next tick; none where it would lie on another one.
    std::optional<std::size_t> add(double x)
    {
        auto row = std::ranges::find_if(
            last_, [&](double before) { return x - before >= kApart * unit_; });
        if (row == last_.end())
            row = std::ranges::min_element(last_);
        if (x - *row < kSamePlace * unit_)
            return std::nullopt;
        *row = x;
        return static_cast<std::size_t>(row - last_.begin());
    }

private:
    std::vector<double> last_; ///< where each row ends
    double unit_;
};

} // namespace

canvas::Path class_ticks(std::span<const Vec2> places, const Box& box, double unit)
{
    std::vector<Vec2> sorted(places.begin(), places.end());
    std::ranges::sort(sorted, {}, &Vec2::x);
    const double middle = box.center().y, half = 0.5 * kHeight * unit;
    const auto most = static_cast<std::size_t>(kHighestHeap * box.height() / (kPitch * unit));
    Rows lower(std::max<std::size_t>(most, 1), unit), upper = lower;
    canvas::Path path;
    for (const Vec2 place : sorted) {
        const bool is_lower = place.y > middle; // pictures' y points downwards
        const auto row = (is_lower ? lower : upper).add(place.x);
        if (!row)
            continue;
        const double inwards = (is_lower ? -kPitch : kPitch) * unit * static_cast<double>(*row);
        path.add(
            canvas::Path::line(place + Vec2{0, inwards - half}, place + Vec2{0, inwards + half}));
    }
    return path;
}

} // namespace thalweg::panel
