#include "surface/critical_points.hpp"

#include "core/solve.hpp"
#include "surface/krawczyk.hpp"

#include <deque>
#include <map>

namespace thalweg::surface {

namespace {

/// a and b share no point.
bool apart(const Interval& a, Range b)
{
    return a.hi < b.lo || b.hi < a.lo;
}
bool inside(const Interval& a, Range b)
{
    return b.lo < a.lo && a.hi < b.hi;
}
Range widened(Range r, Range whole)
{
    const double margin = 0.1 * r.width() + 1e-10 * whole.width();
    return {r.lo - margin, r.hi + margin};
}
Range common(const Interval& a, Range b)
{
    return {std::max(a.lo, b.lo), std::min(a.hi, b.hi)};
}

bool has_bounded_hessian(const Jet<Interval>& over)
{
    return is_finite(over.xx) && is_finite(over.xy) && is_finite(over.yy);
}

/// The zero of the gradient near p to the last digits.
Vec2 polished(const Surface& f, Vec2 p)
{
    for (int i = 0; i < 8; ++i) {
        const Jet<double> j = f.jet(p);
        const Sym2 h = hessian(j);
        const Vec2 step = solve_regular(h, gradient(j));
        if (!is_finite(step))
            break;
        p -= step;
    }
    return p;
}

class Search {
public:
    Search(const Surface& f, const Box& domain, const CriticalSearch& limits)
        : f_(f)
        , domain_(domain)
        , limits_(limits)
    {
    }

    CriticalPoints run()
    {
        smooth_.push_back(domain_);
        for (std::size_t looked = 0; looked < limits_.boxes; ++looked) {
            std::deque<Box>& queue = smooth_.empty() ? creased_ : smooth_;
            if (queue.empty())
                break;
            const Box box = queue.front();
            queue.pop_front();
            look_at(box);
        }
        for (const std::deque<Box>& queue : {smooth_, creased_})
            for (const Box& box : queue)
                give_up(box);
        merge_uncertified();
        std::ranges::sort(found_.points, {}, &CriticalPoint::value);
        return std::move(found_);
    }

private:
    void look_at(Box box)
    {
        if (f_.definedness(box) == Definedness::nowhere)
            return;
        // A little wider, so that a zero on the border of two boxes lies inside of one.
        const Box wider{widened(box.x, domain_.x), widened(box.y, domain_.y)};
        const Jet<Interval> over = f_.bound_jet(wider);
        if (!over.x.contains(0) || !over.y.contains(0))
            return;
        const bool is_smooth
            = has_bounded_hessian(over) && f_.definedness(wider) == Definedness::continuous;
        if (!is_smooth)
            return split(box, creased_, limits_.smallest_crease);
        if (const auto k = krawczyk(f_, wider, over)) {
            if (apart(k->x, box.x) || apart(k->y, box.y))
                return;
            if (inside(k->x, wider.x) && inside(k->y, wider.y))
                return add(wider, {k->x.middle(), k->y.middle()});
            box = {common(k->x, box.x), common(k->y, box.y)};
        }
        split(box, smooth_, limits_.smallest);
    }

    void split(const Box& box, std::deque<Box>& queue, double smallest)
    {
        const double w = box.width() / domain_.width(), h = box.height() / domain_.height();
        if (std::max(w, h) <= smallest)
            return give_up(box);
        Box first = box, second = box;
        if (w >= h)
            first.x.hi = second.x.lo = box.x.middle();
        else
            first.y.hi = second.y.lo = box.y.middle();
        queue.push_back(first);
        queue.push_back(second);
    }

    /// `only` holds one zero, near p.
    void add(const Box& only, Vec2 p)
    {
        const Vec2 refined = polished(f_, p);
        if (only.contains(refined))
            p = refined;
        if (std::ranges::any_of(proven_, [p](const Box& box) { return box.contains(p); }))
            return;
        if (!grown(domain_, 1e-12 * domain_.width()).contains(p))
            return;
        proven_.push_back(only);
        const Jet<double> j = f_.jet(p);
        found_.points.push_back({classify(hessian(j)), p, j.v});
    }

    void give_up(const Box& box) { found_.uncertified.push_back(box); }

    /// Joins boxes that touch, so that one doubtful spot is one box; along a slanted crease, one
    /// for each pixel of a raster.
    void merge_uncertified()
    {
        std::vector<Box> merged;
        std::map<std::pair<int, int>, Box> pixels;
        const auto pixel = [](double v, Range side) {
            return static_cast<int>(kRaster * (v - side.lo) / side.width());
        };
        for (const Box& box : found_.uncertified) {
            const Vec2 c = box.center();
            const auto [at, is_new]
                = pixels.try_emplace({pixel(c.x, domain_.x), pixel(c.y, domain_.y)}, box);
            at->second = hull(at->second, box);
        }
        for (const auto& [at, part] : pixels) {
            Box box = part;
            for (std::size_t i = 0; i < merged.size();) {
                if (!is_one_spot(box, merged[i])) {
                    ++i;
                    continue;
                }
                box = hull(box, merged[i]);
                merged[i] = merged.back();
                merged.pop_back();
                i = 0;
            }
            merged.push_back(box);
        }
        found_.uncertified = std::move(merged);
    }

    /// Do two boxes touch, and cover most of the box around both?
    bool is_one_spot(const Box& a, const Box& b) const
    {
        const double touch = 1e-9 * domain_.width() + std::min(a.width(), b.width());
        const auto area = [](const Box& box) { return box.width() * box.height(); };
        const Box both = hull(a, b);
        const bool is_small
            = std::max(both.width() / domain_.width(), both.height() / domain_.height()) * kRaster
            < 1;
        return overlap(grown(a, touch), b) && (is_small || area(both) <= 1.1 * (area(a) + area(b)));
    }

    static constexpr int kRaster = 64;

    const Surface& f_;
    Box domain_;
    CriticalSearch limits_;
    std::deque<Box> smooth_, creased_; ///< first those that promise more
    std::vector<Box> proven_;
    CriticalPoints found_;
};

} // namespace

void add_unless_near(std::vector<CriticalPoint>& points, const CriticalPoint& point, double same)
{
    const auto near
        = [&](const CriticalPoint& known) { return distance(known.at, point.at) <= same; };
    if (std::ranges::none_of(points, near))
        points.push_back(point);
}

CriticalKind classify(const Sym2& hessian)
{
    const auto [low, high] = eigenvalues(hessian);
    if (!(std::min(std::abs(low), std::abs(high)) > 1e-9 * std::max(std::abs(low), std::abs(high))))
        return CriticalKind::degenerate;
    return low > 0 ? CriticalKind::minimum
        : high < 0 ? CriticalKind::maximum
                   : CriticalKind::saddle;
}

std::string_view name_of(CriticalKind kind)
{
    constexpr std::string_view names[] = {"minimum", "maximum", "saddle", "degenerate"};
    return names[static_cast<std::size_t>(kind)];
}

CriticalPoints find_critical_points(
    const Surface& f, const Box& domain, const CriticalSearch& search)
{
    CriticalPoints found = Search(f, domain, search).run();
    if (!f.has_bounds()) // they are those of the interpolation
        found.uncertified = {domain};
    return found;
}

} // namespace thalweg::surface
