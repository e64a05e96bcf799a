#include "contour/path.hpp"

#include "contour/root.hpp"

namespace thalweg::contour {

namespace {

// A point this share of the wanted length away will do.
constexpr double kNear = 0.1;

} // namespace

Path::Path(const surface::Surface& f, std::span<const Cell> tree, double level,
    std::span<const ChainPoint> points)
    : f_(f)
    , tree_(tree)
    , level_(level)
{
    for (const ChainPoint& point : points) {
        const double step = points_.empty() ? 0 : distance(points_.back().p, point.p);
        if (step == 0 && !points_.empty()) { // two edges crossed at once, in their common corner
            points_.back() = point;
            continue;
        }
        if (!points_.empty())
            add_bends(point);
        add(point);
    }
}

void Path::add(const ChainPoint& point)
{
    length_.push_back(points_.empty() ? 0 : length_.back() + distance(points_.back().p, point.p));
    points_.push_back(point);
}

void Path::add_bends(const ChainPoint& next)
{
    const ChainPoint last = points_.back();
    const Cell& leaf = cell(last.cell);
    for (int i = 1; i <= leaf.bends; ++i)
        add({on_graph(leaf, lerp(last.p, next.p, i / (leaf.bends + 1.0))), last.cell});
}

Path::Place Path::locate(const Place& from, double length) const
{
    const double slack = kNear * (length - from.length);
    const auto found = std::lower_bound(
        length_.begin() + static_cast<std::ptrdiff_t>(from.next), length_.end(), length);
    if (found == length_.end())
        return place_at(points_.size() - 1);
    const auto next = static_cast<std::size_t>(found - length_.begin());
    if (length_[next] - length <= slack)
        return place_at(next);
    if (next > from.next && length - length_[next - 1] <= slack)
        return place_at(next - 1);
    const ChainPoint &a = points_[next - 1], &b = points_[next];
    const double share = (length - length_[next - 1]) / (length_[next] - length_[next - 1]);
    return {on_graph(cell(a.cell), lerp(a.p, b.p, share)), a.cell, length, next, next};
}

Path::Place Path::next_leaf(const Place& from) const
{
    std::size_t next = from.next;
    while (next + 1 < points_.size() && points_[next].cell == from.leaf)
        ++next;
    return place_at(next);
}

void Path::add_leaves(const Place& from, const Place& to, std::vector<int>& leaves) const
{
    leaves.push_back(from.leaf);
    for (std::size_t i = from.next; i < to.reached; ++i)
        leaves.push_back(leaf(i));
}

/// The one point of the level's graph in this leaf that is above, below or beside another point.
Vec2 Path::on_graph(const Cell& cell, Vec2 near) const
{
    const bool over_x = cell.shape == Shape::over_x;
    const Range across = over_x ? cell.box.y : cell.box.x;
    const auto point = [&](double v) { return over_x ? Vec2{near.x, v} : Vec2{v, near.y}; };
    const auto height = [&](double v) { return f_.value(point(v)) - level_; };
    const double lo = height(across.lo), hi = height(across.hi);
    if ((lo >= 0) == (hi >= 0)) // within rounding of a corner
        return near;
    return point(find_root(height, across.lo, across.hi, lo, hi));
}

} // namespace thalweg::contour
