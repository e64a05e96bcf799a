#pragma once

#include "core/box.hpp"

#include <span>
#include <vector>

namespace thalweg::canvas {

/// A path of lines and cubic Bézier curves, in layout units, y downwards.
class Path {
public:
    enum class Verb : char { move, line, curve, close };

    Path& move_to(Vec2 p);
    Path& line_to(Vec2 p);
    Path& curve_to(Vec2 handle_1, Vec2 handle_2, Vec2 end);
    Path& close();
    /// Adds all of another path.
    Path& add(const Path& other);

    static Path line(Vec2 from, Vec2 to);
    static Path polyline(std::span<const Vec2> points);
    static Path polygon(std::span<const Vec2> points);
    static Path rectangle(const Box& box);
    static Path rounded_box(const Box& box, double radius);
    static Path circle(Vec2 center, double radius);

    bool empty() const { return verbs_.empty(); }
    std::span<const Verb> verbs() const { return verbs_; }
    /// One point for a move or a line, three for a curve, none for a close.
    std::span<const Vec2> points() const { return points_; }
    /// A box around all points, handles included; only for paths that are not empty.
    Box extent() const;

private:
    std::vector<Verb> verbs_;
    std::vector<Vec2> points_;
};

} // namespace thalweg::canvas
