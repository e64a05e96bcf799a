#include "basin/ends.hpp"

#include "core/solve.hpp"
#include "surface/critical_points.hpp"

#include <algorithm>
#include <tuple>

namespace thalweg::basin {

namespace {

constexpr double kRadius = 1e-3; // of the domain's longer side
constexpr int kTrials = 16; // runs along each side of the domain

/// Newton's method for a stationary point; stays where it does not lead to one nearby.
Vec2 polished(const surface::Surface& f, Vec2 from, double radius)
{
    Vec2 p = from;
    for (int i = 0; i < 8; ++i) {
        const Jet<double> j = f.jet(p);
        const Sym2 h = hessian(j);
        p -= solve_regular(h, gradient(j));
    }
    return distance(p, from) <= radius ? p : from; // NaN is not near
}

class Collection {
public:
    Collection(const Descent& descent, const Box& domain)
        : descent_(descent)
        , domain_(domain)
    {
        ends_.radius = kRadius * std::max(domain.width(), domain.height());
    }

    /// The end of a trial run, where it came to rest or was about to.
    void add_end_from(Vec2 start)
    {
        const surface::Surface& f = descent_.surface;
        const optimizer::Trajectory path
            = optimizer::run(f, descent_.optimizer, start, descent_.options);
        if (optimizer::is_lost(path.outcome) || path.points.empty())
            return;
        const Vec2 last = path.points.back(), at = polished(f, last, ends_.radius);
        const Jet<double> j = f.jet(at);
        const surface::CriticalKind kind = surface::classify(hessian(j));
        const bool settled = path.outcome == optimizer::Outcome::converged;
        if (settled || (norm(gradient(j)) <= 1e-9 && kind == surface::CriticalKind::minimum))
            surface::add_unless_near(ends_.points, {kind, at, j.v}, ends_.radius);
    }

    BasinEnds find()
    {
        ends_.points = surface::find_critical_points(descent_.surface, domain_).points;
        for (const Vec2 minimum : descent_.surface.facts().minima)
            surface::add_unless_near(ends_.points,
                {surface::CriticalKind::minimum, minimum, descent_.surface.value(minimum)},
                ends_.radius);
        for (int row = 0; row < kTrials; ++row)
            for (int column = 0; column < kTrials; ++column)
                add_end_from(
                    {domain_.x.at((column + 0.5) / kTrials), domain_.y.at((row + 0.5) / kTrials)});
        std::ranges::sort(ends_.points, {}, [](const surface::CriticalPoint& point) {
            return std::tuple(point.kind, point.at.x, point.at.y);
        });
        return std::move(ends_);
    }

private:
    Descent descent_;
    Box domain_;
    BasinEnds ends_;
};

} // namespace

BasinEnds find_ends(const Descent& descent, const Box& domain)
{
    return Collection(descent, domain).find();
}

} // namespace thalweg::basin
