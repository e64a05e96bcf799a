#include "panel/space/seen_outlines.hpp"

#include "panel/space/renderer.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace thalweg::panel {

namespace {

constexpr int kStrengths = 4; // told apart
constexpr double kStep_px = 1; // from one place that is looked at to the next

using Chain = std::vector<const Silhouette*>;

/// Silhouettes that go on from each other.
std::vector<Chain> chains_of(const std::vector<Silhouette>& silhouettes)
{
    using Place = std::pair<double, double>;
    const auto place = [](Vec2 p) { return Place{p.x, p.y}; };
    std::multimap<Place, const Silhouette*> left; // by where they begin
    std::map<Place, int> ends;
    for (const Silhouette& silhouette : silhouettes) {
        left.emplace(place(silhouette.from), &silhouette);
        ++ends[place(silhouette.to)];
    }
    std::vector<Chain> chains;
    const auto follow = [&](auto first) {
        Chain& chain = chains.emplace_back();
        for (auto next = first; next != left.end(); next = left.find(place(chain.back()->to))) {
            chain.push_back(next->second);
            left.erase(next);
        }
    };
    for (const Silhouette& silhouette : silhouettes) // beginnings first
        if (const Place begin = place(silhouette.from); !ends.contains(begin))
            if (const auto first = left.find(begin); first != left.end())
                follow(first);
    while (!left.empty())
        follow(left.begin());
    return chains;
}

/// The unit vector towards the ground.
Vec2 inwards(const Silhouette& silhouette)
{
    const Vec2 way = silhouette.to - silhouette.from;
    return norm(way) > 0 ? Vec2{-way.y, way.x} / norm(way) : Vec2{};
}

/// Cuts chains into parts of one strength.
class Outliner {
public:
    Outliner(const DepthBuffer& depths, Vec2 origin, double pixels_per_unit, double inside)
        : depths_(depths)
        , origin_(origin)
        , pixels_per_unit_(pixels_per_unit)
        , inside_(inside)
    {
    }

    void add(const Chain& chain)
    {
        strength_ = 0;
        for (std::size_t i = 0; i < chain.size(); ++i) {
            const Silhouette& edge = *chain[i];
            const double length = distance(edge.from, edge.to);
            const int steps = std::max(1, static_cast<int>(std::ceil(length / kStep_px)));
            for (int k = 0; k < steps; ++k) {
                const double t = (k + 0.5) / steps;
                const int strength = strength_at(edge, t);
                const Vec2 before = i > 0 && k == 0 ? inwards(*chain[i - 1]) : inwards(edge);
                go_on(lerp(edge.from, edge.to, static_cast<double>(k) / steps),
                    before + inwards(edge), strength);
            }
            if (i + 1 == chain.size())
                go_on(edge.to, inwards(edge), 0);
        }
    }
    std::vector<OutlinePart> finish() { return std::move(parts_); }

private:
    int strength_at(const Silhouette& edge, double t) const
    {
        const Vec2 outside = lerp(edge.from, edge.to, t) - inwards(edge);
        const float beyond = depths_.at(
            static_cast<int>(std::floor(outside.x)), static_cast<int>(std::floor(outside.y)));
        const auto here = static_cast<float>(std::lerp(edge.nearness_from, edge.nearness_to, t));
        return static_cast<int>(std::lround(kStrengths * outline_strength(here - beyond)));
    }
    /// From this place on, the outline has another strength.
    void go_on(Vec2 at, Vec2 inwards, int strength)
    {
        if (norm(inwards) > 0)
            inwards = inwards / norm(inwards);
        const Vec2 point = (origin_ + at) / pixels_per_unit_ + inside_ * inwards;
        if (strength_ > 0)
            parts_.back().points.push_back(point);
        if (strength > 0 && strength != strength_)
            parts_.push_back({static_cast<double>(strength) / kStrengths, {point}});
        strength_ = strength;
    }

    const DepthBuffer& depths_;
    Vec2 origin_; ///< of the depths, in pixels
    double pixels_per_unit_, inside_;
    int strength_ = 0;
    std::vector<OutlinePart> parts_;
};

} // namespace

std::vector<OutlinePart> seen_outlines(
    const TerrainMesh& mesh, const SpaceView& view, const RenderTarget& target, double inside)
{
    const ProjectedMesh projected = project(mesh, view, target);
    const DepthBuffer depths = depths_of(mesh, projected);
    const Vec2 origin{
        static_cast<double>(projected.bounds.left), static_cast<double>(projected.bounds.top)};
    Outliner outliner(depths, origin, target.pixels_per_unit, inside);
    const std::vector<Silhouette> silhouettes = silhouettes_of(mesh, projected);
    for (const Chain& chain : chains_of(silhouettes))
        outliner.add(chain);
    return outliner.finish();
}

} // namespace thalweg::panel
