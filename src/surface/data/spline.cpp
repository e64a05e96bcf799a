#include "surface/data/spline.hpp"

#include <cmath>
#include <limits>
#include <vector>

namespace thalweg::surface {

namespace {

/// The slope at `a` of the parabola through (a, u), (b, v), (c, w).
double end_slope(double a, double u, double b, double v, double c, double w)
{
    const double first = (v - u) / (b - a), second = (w - v) / (c - b);
    return first + (first - second) * (b - a) / (c - a);
}

/// One run without holes: values v and slopes m over knots t.
void solve(std::span<const double> t, const std::vector<double>& v, std::vector<double>& m)
{
    const std::size_t n = t.size();
    m.assign(n, std::numeric_limits<double>::quiet_NaN());
    if (n < 2)
        return; // between holes: no cell needs its slope
    if (n == 2) {
        m[0] = m[1] = (v[1] - v[0]) / (t[1] - t[0]);
        return;
    }
    m[0] = end_slope(t[0], v[0], t[1], v[1], t[2], v[2]);
    m[n - 1] = end_slope(t[n - 1], v[n - 1], t[n - 2], v[n - 2], t[n - 3], v[n - 3]);
    // Equal second derivatives from both sides at each inner knot: a tridiagonal system, by
    // Thomas's elimination. `upper` holds the eliminated upper diagonal.
    std::vector<double> upper(n, 0);
    for (std::size_t i = 1; i + 1 < n; ++i) {
        const double h = t[i] - t[i - 1], k = t[i + 1] - t[i];
        const double right = 3 * (k / h * (v[i] - v[i - 1]) + h / k * (v[i + 1] - v[i]));
        const double pivot = 2 * (h + k) - k * upper[i - 1];
        upper[i] = h / pivot;
        m[i] = (right - k * m[i - 1]) / pivot;
    }
    for (std::size_t i = n - 2; i > 0; --i)
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
        solve(at.subspan(first, end - first), v, m);
        for (std::size_t i = first; i < end; ++i)
            slopes[i * stride] = m[i - first];
        if (end < at.size())
            slopes[end * stride] = std::numeric_limits<double>::quiet_NaN();
        first = end + 1;
    }
}

} // namespace thalweg::surface
