#include "surface/krawczyk.hpp"

namespace thalweg::surface {

namespace {

Interval as_interval(Range r)
{
    return {r.lo, r.hi};
}

} // namespace

std::optional<Krawczyk> krawczyk(const Surface& f, const Box& box, const Jet<Interval>& over)
{
    const Vec2 m = box.center();
    const Jet<Interval> at = f.bound_jet({{m.x, m.x}, {m.y, m.y}});
    const Sym2 h{at.xx.middle(), at.xy.middle(), at.yy.middle()};
    const double d = h.determinant();
    if (!std::isfinite(d) || d == 0)
        return std::nullopt;
    const Sym2 c{h.yy / d, -h.xy / d, h.xx / d};
    const Interval dx = as_interval(box.x) - Interval(m.x), dy = as_interval(box.y) - Interval(m.y);
    const auto row = [&](double center, double c1, double c2) {
        const Interval newton = Interval(center) - (c1 * at.x + c2 * at.y);
        return std::pair{
            newton, std::pair{c1 * over.xx + c2 * over.xy, c1 * over.xy + c2 * over.yy}};
    };
    const auto [nx, px] = row(m.x, c.xx, c.xy);
    const auto [ny, py] = row(m.y, c.xy, c.yy);
    return Krawczyk{
        nx + (1.0 - px.first) * dx - px.second * dy, ny - py.first * dx + (1.0 - py.second) * dy};
}

} // namespace thalweg::surface
