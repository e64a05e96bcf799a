#include "basin/attractor_index.hpp"

namespace thalweg::basin {

namespace {

/// Around all points, so that their radius fits in; without points, nothing is inside.
Box box_around(const BasinEnds& ends)
{
    if (ends.points.empty())
        return {{0, -1}, {0, -1}};
    Box box{{ends.points[0].at.x, ends.points[0].at.x}, {ends.points[0].at.y, ends.points[0].at.y}};
    for (const surface::CriticalPoint& end : ends.points)
        box = hull(box, {{end.at.x, end.at.x}, {end.at.y, end.at.y}});
    return grown(box, 2 * ends.radius);
}

} // namespace

AttractorIndex::AttractorIndex(const BasinEnds& ends)
    : box_(box_around(ends))
    , cells_per_x_(0.999 * kCells / box_.width())
    , cells_per_y_(0.999 * kCells / box_.height())
    , radius2_(ends.radius * ends.radius)
{
    std::vector<std::vector<int>> lists(kCells * kCells);
    const double reach = 1.01 * ends.radius; // a little more, for rounding
    for (std::size_t i = 0; i < ends.points.size(); ++i) {
        const Vec2 p = ends.points[i].at;
        const auto low = cell_of(p - Vec2{reach, reach}), high = cell_of(p + Vec2{reach, reach});
        for (std::size_t row = low / kCells; row <= high / kCells; ++row)
            for (std::size_t column = low % kCells; column <= high % kCells; ++column)
                lists[row * kCells + column].push_back(static_cast<int>(i));
    }
    for (const std::vector<int>& list : lists) {
        first_.push_back(ends_.size());
        occupied_.push_back(!list.empty());
        for (const int end : list) {
            ends_.push_back(end);
            points_.push_back(ends.points[static_cast<std::size_t>(end)].at);
        }
    }
    first_.push_back(ends_.size());
}

} // namespace thalweg::basin
