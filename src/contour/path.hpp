#pragma once

#include "contour/arcs.hpp"

namespace thalweg::contour {

/// A part of a chain that lies in proven leaves only, so that points can be added anywhere along
/// it. It has points where it passes from leaf to leaf, and more where it may bend often in
/// between.
class Path {
public:
    /// points  at least two
    Path(const surface::Surface& f, std::span<const Cell> tree, double level,
        std::span<const ChainPoint> points);

    std::size_t size() const { return points_.size(); }
    Vec2 point(std::size_t i) const { return points_[i].p; }
    /// The leaf through which the path leaves a point.
    int leaf(std::size_t i) const { return points_[i].cell; }
    /// May the level curve bend often in that leaf?
    bool bends_after(std::size_t i) const { return cell_of(points_[i]).bends > 0; }
    /// The first point after another one that lies in a leaf after its.
    std::size_t next_leaf(std::size_t after) const;
    /// Length of the polygon from its beginning; points that are added later do not change it.
    double length_at(std::size_t i) const { return length_[i]; }
    double length() const { return length_.back(); }

    /// The point about `length` along the path, after point `from`: one of its points where one is
    /// near, else a new one on the level set.
    std::size_t locate(std::size_t from, double length);

private:
    const Cell& cell_of(const ChainPoint& p) const
    {
        return tree_[static_cast<std::size_t>(p.cell)];
    }
    void add(const ChainPoint& point);
    /// Adds points in the last point's leaf, on the way to the next one, where the curve may bend.
    void add_bends(const ChainPoint& next);
    std::size_t insert(std::size_t after, double share);
    Vec2 on_graph(const Cell& cell, Vec2 near) const;

    const surface::Surface& f_;
    std::span<const Cell> tree_;
    double level_;
    std::vector<ChainPoint> points_;
    std::vector<double> length_;
};

} // namespace thalweg::contour
