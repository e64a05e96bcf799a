#include "surface/data/spline.hpp"

#include <cmath>
#include <limits>
#include <vector>

namespace thalweg::surface {

namespace {

/// A run of knots t without holes, with values v.
struct Run {
    std::span<const double> t, v;

    std::size_t size() const { return t.size(); }
    double gap(std::size_t i) const { return t[i + 1] - t[i]; }
    double slope(std::size_t i) const { return (v[i + 1] - v[i]) / gap(i); }
};

/// One equation of a tridiagonal system: below m[i - 1] + at m[i] + above m[i + 1] = right.
struct Row {
    double below, at, above, right;
};

/// Equal second derivatives from both sides at an inner knot.
Row inner_row(const Run& run, std::size_t i)
{
    const double h = run.gap(i - 1), k = run.gap(i);
    return {k, 2 * (h + k), h, 3 * (k * run.slope(i - 1) + h * run.slope(i))};
}

/// "Not a knot": equal third derivatives, too, at the knot beside an end. The end gap is `outer`.
///
/// Returns  the factors of the slopes at the end and at the knot beside it, and the right side
Row end_row(const Run& run, std::size_t outer, std::size_t inner)
{
    const double h = run.gap(outer), k = run.gap(inner);
    const double right
        = ((3 * h + 2 * k) * k * run.slope(outer) + h * h * run.slope(inner)) / (h + k);
    return {0, k, h + k, right};
}

/// The slopes m of a run: by Thomas's elimination, where `upper` holds the eliminated upper
/// diagonal.
void solve(const Run& run, std::vector<double>& m)
{
    const std::size_t n = run.size();
    m.assign(n, std::numeric_limits<double>::quiet_NaN());
    if (n < 2)
        return; // between holes: no cell needs its slope
    if (n == 2) {
        m[0] = m[1] = run.slope(0);
        return;
    }
    if (n == 3) { // a parabola
        const double bend = (run.slope(1) - run.slope(0)) / (run.t[2] - run.t[0]);
        m[0] = run.slope(0) - bend * run.gap(0);
        m[1] = run.slope(0) + bend * run.gap(0);
        m[2] = run.slope(1) + bend * run.gap(1);
        return;
    }
    std::vector<double> upper(n, 0);
    for (std::size_t i = 0; i < n; ++i) {
        Row row = i == 0 ? end_row(run, 0, 1)
            : i + 1 < n  ? inner_row(run, i)
                         : end_row(run, n - 2, n - 3);
        if (i + 1 == n)
            std::swap(row.below, row.above);
        const double pivot = row.at - (i > 0 ? row.below * upper[i - 1] : 0);
        upper[i] = row.above / pivot;
        m[i] = (row.right - (i > 0 ? row.below * m[i - 1] : 0)) / pivot;
    }
    for (std::size_t i = n - 1; i-- > 0;)
        m[i] -= upper[i] * m[i + 1];
}

} // namespace

void spline_slopes(
    std::span<const double> at, const double* values, double* slopes, std::size_t stride)
{
    std::vector<double> v, m;
    for (std::size_t first = 0; first < at.size();) {
        std::size_t end = first;
        v.clear();
        for (; end < at.size() && !std::isnan(values[end * stride]); ++end)
            v.push_back(values[end * stride]);
        solve({at.subspan(first, end - first), v}, m);
        for (std::size_t i = first; i < end; ++i)
            slopes[i * stride] = m[i - first];
        if (end < at.size())
            slopes[end * stride] = std::numeric_limits<double>::quiet_NaN();
        first = end + 1;
    }
}

} // namespace thalweg::surface
