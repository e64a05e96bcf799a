#include "panel/contour/occupancy.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

constexpr double kCell = 4; // layout units
constexpr int kMostCells = 1024; // a side

int cell_count(double length)
{
    return std::clamp(static_cast<int>(std::ceil(length / kCell)), 1, kMostCells);
}

} // namespace

Occupancy::Occupancy(const Box& map)
    : map_(map)
    , columns_(cell_count(map.width()))
    , rows_(cell_count(map.height()))
    , stride_(columns_ + 1)
    , sums_(static_cast<std::size_t>(stride_) * static_cast<std::size_t>(rows_ + 1), 0)
{
}

Occupancy::Cells Occupancy::cells(const Box& box) const
{
    const auto cell
        = [](double v, Range range, int count) { return (v - range.lo) / range.width() * count; };
    const auto low = [](double v, int count) {
        return static_cast<int>(std::clamp(std::floor(v), 0.0, static_cast<double>(count)));
    };
    const auto high = [](double v, int count) {
        return static_cast<int>(std::clamp(std::ceil(v), 0.0, static_cast<double>(count)));
    };
    return {low(cell(box.x.lo, map_.x, columns_), columns_),
        low(cell(box.y.lo, map_.y, rows_), rows_), high(cell(box.x.hi, map_.x, columns_), columns_),
        high(cell(box.y.hi, map_.y, rows_), rows_)};
}

void Occupancy::add_box(const Box& box)
{
    const Cells at = cells(box);
    for (int row = at.top; row < at.bottom; ++row)
        for (int column = at.left; column < at.right; ++column)
            sum(column + 1, row + 1) = 1;
}

void Occupancy::add_segment(Vec2 from, Vec2 to)
{
    double enter = 0, leave = 1;
    if (!clip_segment(map_, from, to, enter, leave))
        return;
    const Vec2 a = lerp(from, to, enter), b = lerp(from, to, leave);
    const int pieces = 1 + static_cast<int>(distance(a, b) / (0.5 * kCell));
    for (int i = 0; i <= pieces; ++i) {
        const Vec2 p = lerp(a, b, static_cast<double>(i) / pieces);
        add_box(
            {{p.x, std::nextafter(p.x, map_.x.hi + 1)}, {p.y, std::nextafter(p.y, map_.y.hi + 1)}});
    }
}

void Occupancy::finish()
{
    for (int row = 1; row <= rows_; ++row)
        for (int column = 1; column <= columns_; ++column)
            sum(column, row)
                += sum(column - 1, row) + sum(column, row - 1) - sum(column - 1, row - 1);
}

int Occupancy::count(const Box& box) const
{
    const Cells at = cells(box);
    if (at.left >= at.right || at.top >= at.bottom)
        return 0;
    return sum(at.right, at.bottom) - sum(at.left, at.bottom) - sum(at.right, at.top)
        + sum(at.left, at.top);
}

double Occupancy::fraction(const Box& box) const
{
    const Cells at = cells(box);
    const int all = (at.right - at.left) * (at.bottom - at.top);
    return all > 0 ? static_cast<double>(count(box)) / all : 0;
}

} // namespace thalweg::panel
