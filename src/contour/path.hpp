#pragma once

#include "contour/arcs.hpp"

namespace thalweg::contour {

/// A part of a chain that lies in proven leaves only, so that there are points of the level set all
/// along it. It has points where it passes from leaf to leaf, and more where it may bend often in
/// between.
class Path {
public:
    /// A point of the path, or one between two of them.
    struct Place {
        Vec2 p;
        int leaf; ///< through which the path goes on
        double length; ///< of the path up to it
        std::size_t reached; ///< the first of the path's points that is not before it
        std::size_t next; ///< the first one behind it
    };

    /// points  at least two
    Path(const surface::Surface& f, std::span<const Cell> tree, double level,
        std::span<const ChainPoint> points);

    Vec2 point(std::size_t i) const { return points_[i].p; }
    int leaf(std::size_t i) const { return points_[i].cell; }
    /// May the level curve bend often in a leaf?
    bool bends_in(int leaf) const { return cell(leaf).bends > 0; }
    /// Length of the polygon up to one of its points.
    double length_at(std::size_t i) const { return length_[i]; }
    double length() const { return length_.back(); }

    Place begin() const { return place_at(0); }
    bool is_end(const Place& place) const { return place.next == points_.size(); }
    /// The first point after a place that lies in a leaf after its.
    Place next_leaf(const Place& from) const;
    /// The place about `length` along the path, after another one: one of the path's points where
    /// one is near, else a point between them on the level set.
    Place locate(const Place& from, double length) const;
    /// Adds all leaves between two places.
    void add_leaves(const Place& from, const Place& to, std::vector<int>& leaves) const;

private:
    const Cell& cell(int leaf) const { return tree_[static_cast<std::size_t>(leaf)]; }
    Place place_at(std::size_t i) const
    {
        return {points_[i].p, points_[i].cell, length_[i], i, i + 1};
    }
    void add(const ChainPoint& point);
    /// Adds points in the last point's leaf, on the way to the next one, where the curve may bend.
    void add_bends(const ChainPoint& next);
    Vec2 on_graph(const Cell& cell, Vec2 near) const;

    const surface::Surface& f_;
    std::span<const Cell> tree_;
    double level_;
    std::vector<ChainPoint> points_;
    std::vector<double> length_;
};

} // namespace thalweg::contour
