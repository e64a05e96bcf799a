#include "contour/landing.hpp"

#include "contour/defined_edge.hpp"

#include <algorithm>
#include <optional>

namespace thalweg::contour {

namespace {

// How far along the edge to look, in tolerances, and how often to halve the distance found.
constexpr double kFarthest = 1000;
constexpr int kHalvings = 20;

/// Follows the edge of the defined region from a point of it, nearly straight on.
class EdgeWalk {
public:
    EdgeWalk(const surface::Surface& f, Vec2 from, Vec2 along, double tolerance)
        : f_(f)
        , from_(from)
        , along_(along)
        , tolerance_(tolerance)
    {
    }

    /// The point of the edge about `length` further on, where the edge is found.
    std::optional<Vec2> at(double length) const
    {
        const Vec2 p = from_ + length * along_;
        const Vec2 across = (2 * tolerance_ + 0.5 * length) * Vec2{-along_.y, along_.x};
        const bool is_left = is_value(f_.value(p + across)),
                   is_right = is_value(f_.value(p - across));
        if (is_left == is_right)
            return std::nullopt;
        return is_left ? edge_between(f_, p + across, p - across)
                       : edge_between(f_, p - across, p + across);
    }

    /// Where f falls below the level along the edge.
    std::optional<Vec2> fall(double level) const
    {
        double high = 0, low = tolerance_;
        std::optional<Vec2> found;
        for (;; high = low, low *= 2) {
            found = at(low);
            if (!found || low > kFarthest * tolerance_)
                return std::nullopt;
            if (!(f_.value(*found) >= level))
                break;
        }
        for (int i = 0; i < kHalvings; ++i) {
            const double middle = 0.5 * (high + low);
            const auto p = at(middle);
            if (!p)
                return std::nullopt;
            if (f_.value(*p) >= level) {
                high = middle;
            } else {
                low = middle;
                found = p;
            }
        }
        return found;
    }

private:
    const surface::Surface& f_;
    Vec2 from_, along_;
    double tolerance_;
};

bool is_cut(const ChainPoint& a, const ChainPoint& b)
{
    return a.is_cut && b.is_cut;
}

class Landing {
public:
    Landing(const surface::Surface& f, double level, double tolerance, const Chain& chain)
        : f_(f)
        , level_(level)
        , tolerance_(tolerance)
        , chain_(chain)
    {
    }

    std::vector<ChainPoint> points() const
    {
        const std::vector<ChainPoint>& p = chain_.points;
        std::vector<ChainPoint> result;
        for (std::size_t i = 0; i < p.size(); ++i) {
            // p[i] ends a level curve, or begins one; the cut is on its other side.
            const ChainPoint *before = at(i, -1), *after = at(i, 1);
            const bool turns = p[i].is_cut && before && after;
            if (turns && !before->is_cut && is_cut(p[i], *after))
                add(p[i], *after, before->cell, result);
            result.push_back(p[i]);
            if (turns && !after->is_cut && is_cut(*before, p[i]) && i + 1 < p.size())
                add(p[i], *before, p[i].cell, result);
        }
        return result;
    }

private:
    /// A neighbour on the chain; none beyond the ends of an open one.
    const ChainPoint* at(std::size_t i, int step) const
    {
        const std::vector<ChainPoint>& p = chain_.points;
        if (step < 0 && i == 0)
            return chain_.closed ? &p[p.size() - 2] : nullptr;
        if (step > 0 && i + 1 == p.size())
            return chain_.closed ? &p[1] : nullptr;
        return &p[step < 0 ? i - 1 : i + 1];
    }

    void add(
        const ChainPoint& from, const ChainPoint& cut, int cell, std::vector<ChainPoint>& out) const
    {
        const double length = distance(cut.p, from.p);
        if (!(length > 0))
            return;
        const EdgeWalk walk(f_, from.p, (from.p - cut.p) / length, tolerance_);
        if (const auto p = walk.fall(level_))
            out.push_back({*p, cell, true});
    }

    const surface::Surface& f_;
    double level_, tolerance_;
    const Chain& chain_;
};

} // namespace

void land_on_edge(const surface::Surface& f, std::span<const double> rising_levels,
    double tolerance, std::vector<Chain>& chains)
{
    for (Chain& chain : chains) {
        if (std::ranges::none_of(chain.points, &ChainPoint::is_cut))
            continue;
        const double level = rising_levels[static_cast<std::size_t>(chain.level)];
        chain.points = Landing(f, level, tolerance, chain).points();
    }
}

} // namespace thalweg::contour
