#include "panel/space/draped_path.hpp"

#include <algorithm>
#include <cmath>

namespace thalweg::panel {

namespace {

constexpr double kMostSteps = 400; // between two points of a run
constexpr int kHalvings = 5; // towards where a line goes out of sight

/// Builds parts point by point.
class PartBuilder {
public:
    PartBuilder(const Terrain& terrain, const SpaceView& view)
        : terrain_(terrain)
        , view_(view)
    {
    }

    void add(Vec3 point)
    {
        if (std::isnan(point.z)) {
            is_open_ = false;
            return;
        }
        const bool is_hidden = !terrain_.is_seen(point, view_);
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
    Vec3 turning_point(Vec3 from, Vec3 to, bool is_hidden) const
    {
        for (int i = 0; i < kHalvings; ++i) {
            const Vec3 middle = 0.5 * (from + to);
            (terrain_.is_seen(middle, view_) == is_hidden ? from : to) = middle;
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

std::vector<PathPart> parts_in_view(const DrapedPath& path, const RunPath& run, double begin,
    double end, Vec2 last, const Terrain& terrain, const SpaceView& view)
{
    PartBuilder builder(terrain, view);
    builder.add(terrain.place(run.at(begin)));
    const auto first = std::ranges::upper_bound(path.places, begin) - path.places.begin();
    for (auto i = static_cast<std::size_t>(first); i < path.places.size() && path.places[i] < end;
         ++i)
        builder.add(path.points[i]);
    builder.add(terrain.place(last));
    return builder.finish();
}

} // namespace thalweg::panel
