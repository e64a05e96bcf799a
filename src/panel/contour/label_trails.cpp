#include "panel/contour/label_trails.hpp"

#include <algorithm>

namespace thalweg::panel {

namespace {

constexpr double kApart = 2; ///< units: points nearer to the last one are left out

/// Backwards from the head at a sample, until the way is so long.
std::vector<Vec2> way_back(const HeadFilm& film, std::size_t sample, std::size_t run, double length)
{
    std::vector<Vec2> way{film.samples[sample][run].at};
    double walked = 0;
    for (std::size_t i = sample; i-- > 0 && walked < length;) {
        const Vec2 p = film.samples[i][run].at;
        const double moved = distance(way.back(), p);
        if (moved < kApart)
            continue;
        walked += moved;
        way.push_back(p);
    }
    return way;
}

} // namespace

FreshTrails::FreshTrails(const HeadFilm& film, double length)
    : length_(length)
{
    for (std::size_t sample = 0; sample < film.samples.size(); sample += kSlotSamples) {
        ways_.emplace_back();
        for (std::size_t run = 0; run < film.runs(); ++run)
            ways_.back().push_back(way_back(film, sample, run, length));
    }
}

double FreshTrails::covered(std::size_t step, std::size_t run, const Box& box) const
{
    const std::vector<Vec2>& way = ways_[step][run];
    double sum = 0;
    for (std::size_t i = 1; i < way.size(); ++i) {
        double enter = 0, leave = 1;
        if (clip_segment(box, way[i - 1], way[i], enter, leave))
            sum += (leave - enter) * distance(way[i - 1], way[i]);
    }
    return sum;
}

} // namespace thalweg::panel
