#include "panel/space/draped_path.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

constexpr double kMostSteps = 400; // between two points of a run
constexpr int kHalvings = 5; // towards where a line goes out of sight

bool is_hidden(const Terrain& terrain, Vec3 point, const SpaceView& view)
{
    return !std::isnan(point.z) && !terrain.is_seen(point, view);
}

/// Builds parts point by point.
class PartBuilder {
public:
    PartBuilder(const Terrain& terrain, const SpaceView& view)
        : terrain_(terrain)
        , view_(view)
    {
    }

    void add(Vec3 point, bool is_hidden)
    {
        if (std::isnan(point.z)) {
            is_open_ = false;
            return;
        }
        if (!is_open_) {
            begin(is_hidden);
        } else if (is_hidden != parts_.back().is_hidden) {
            const Vec3 turn = turning_point(before_, point, is_hidden);
            append(turn);
            begin(is_hidden);
            append(turn);
        }
        append(point);
        before_ = point;
        is_open_ = true;
    }
    std::vector<PathPart> finish()
    {
        std::erase_if(parts_, [](const PathPart& part) { return part.points.size() < 2; });
        return std::move(parts_);
    }

private:
    void begin(bool is_hidden) { parts_.push_back({.is_hidden = is_hidden}); }
    void append(Vec3 point)
    {
        const Vec2 at = view_(point);
        if (!parts_.back().points.empty())
            length_ += distance(parts_.back().points.back(), at);
        parts_.back().points.push_back(at);
        parts_.back().lengths.push_back(length_);
    }
    Vec3 turning_point(Vec3 from, Vec3 to, bool is_hidden_after) const
    {
        for (int i = 0; i < kHalvings; ++i) {
            const Vec3 middle = 0.5 * (from + to);
            (terrain_.is_seen(middle, view_) == is_hidden_after ? from : to) = middle;
        }
        return 0.5 * (from + to);
    }

    const Terrain& terrain_;
    const SpaceView& view_;
    std::vector<PathPart> parts_;
    Vec3 before_{};
    double length_ = 0;
    bool is_open_ = false;
};

} // namespace

DrapedPath drape(const RunPath& path, const Terrain& terrain, double spacing)
{
    DrapedPath draped;
    const auto add = [&](double place) {
        draped.places.push_back(place);
        draped.points.push_back(terrain.place(path.at(place)));
    };
    const SpaceBox& box = terrain.box();
    const auto flat = [&](std::size_t i) { return box.place(path.points[i], 0); };
    for (std::size_t i = 0; i < path.last(); ++i) {
        const double steps = std::ceil(norm(flat(i + 1) - flat(i)) / spacing);
        const double count = steps >= 1 ? std::min(steps, kMostSteps) : 1; // none is NaN
        for (double k = 0; k < count; ++k)
            add(static_cast<double>(i) + k / count);
    }
    add(static_cast<double>(path.last()));
    return draped;
}

/// Every other point is looked at, and those between two that differ.
std::vector<char> hidden_points(
    const std::vector<Vec3>& points, const Terrain& terrain, const SpaceView& view)
{
    std::vector<char> hidden(points.size());
    const auto look_at = [&](std::size_t i) { hidden[i] = is_hidden(terrain, points[i], view); };
    for (std::size_t i = 0; i < points.size(); i += 2)
        look_at(i);
    for (std::size_t i = 1; i < points.size(); i += 2)
        if (i + 1 < points.size() && hidden[i - 1] == hidden[i + 1])
            hidden[i] = hidden[i - 1];
        else
            look_at(i);
    return hidden;
}

void note_hidden(DrapedPath& path, const Terrain& terrain, const SpaceView& view)
{
    for (const Vec3 point : path.points)
        path.is_hidden.push_back(is_hidden(terrain, point, view));
}

std::vector<PathPart> visible_parts(
    const std::vector<Vec3>& points, const Terrain& terrain, const SpaceView& view)
{
    const std::vector<char> hidden = hidden_points(points, terrain, view);
    PartBuilder builder(terrain, view);
    for (std::size_t i = 0; i < points.size(); ++i)
        builder.add(points[i], hidden[i] != 0);
    std::vector<PathPart> parts = builder.finish();
    std::erase_if(parts, [](const PathPart& part) { return part.is_hidden; });
    return parts;
}

std::vector<PathPart> parts_in_view(const DrapedPath& path, const RunPath& run, double begin,
    double end, Vec2 last, const Terrain& terrain, const SpaceView& view)
{
    std::vector<Vec3> points{terrain.place(run.at(begin))};
    const auto first = static_cast<std::size_t>(
        std::ranges::upper_bound(path.places, begin) - path.places.begin());
    std::size_t next = first;
    for (; next < path.places.size() && path.places[next] < end; ++next)
        points.push_back(path.points[next]);
    points.push_back(terrain.place(last));
    std::vector<char> hidden;
    if (path.is_hidden.empty()) {
        hidden = hidden_points(points, terrain, view);
    } else {
        hidden.push_back(is_hidden(terrain, points.front(), view));
        hidden.insert(hidden.end(), path.is_hidden.begin() + static_cast<std::ptrdiff_t>(first),
            path.is_hidden.begin() + static_cast<std::ptrdiff_t>(next));
        hidden.push_back(is_hidden(terrain, points.back(), view));
    }
    PartBuilder builder(terrain, view);
    for (std::size_t i = 0; i < points.size(); ++i)
        builder.add(points[i], hidden[i] != 0);
    return builder.finish();
}

} // namespace thalweg::panel
