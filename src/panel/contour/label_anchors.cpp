#include "panel/contour/label_anchors.hpp"

#include "core/math.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace thalweg::panel {

namespace {

/// Heads are averaged over this time before and after, so that labels neither shake nor lag.
constexpr double kSmooth_s = 0.12;
constexpr double kZigzag_s = 0.2; ///< a head's deviations from its mean in this time are kept free
constexpr double kLasting_s = 0.3; ///< before and after: heads that share a column wear marks
constexpr double kMostDeviation = 80; ///< units
constexpr double kLargestGroup = 160; ///< units a side

using Series = std::vector<double>;

/// A low-pass of first order, forwards and then backwards: it does not lag.
Series smoothed(Series values, double per_second)
{
    const double weight = 1 - thalweg::exp(-1 / (kSmooth_s * per_second));
    for (std::size_t i = 1; i < values.size(); ++i)
        values[i] = std::lerp(values[i - 1], values[i], weight);
    for (std::size_t i = values.size() - 1; i-- > 0;)
        values[i] = std::lerp(values[i + 1], values[i], weight);
    return values;
}

/// What `fold` makes of the values around each moment.
template <class Fold>
Series around(const Series& values, int reach, Fold fold)
{
    const int last = static_cast<int>(values.size()) - 1;
    Series result;
    for (int i = 0; i <= last; ++i) {
        const auto begin = values.begin() + std::max(0, i - reach);
        const auto end = values.begin() + std::min(last, i + reach) + 1;
        result.push_back(fold(begin, end));
    }
    return result;
}

/// The greatest value around each moment, then its mean around each: never below the values.
Series envelope(const Series& values, int reach)
{
    const Series most
        = around(values, reach, [](auto a, auto b) { return *std::max_element(a, b); });
    return around(most, reach,
        [](auto a, auto b) { return std::accumulate(a, b, 0.0) / static_cast<double>(b - a); });
}

int samples_in(double time_s, double per_second)
{
    return std::max(1, static_cast<int>(std::lround(time_s * per_second)));
}

/// One coordinate of a head over the film: its smooth course and how far it leaves it.
struct Course {
    Series middle, below, above;
};

Course course_of(const Series& values, double per_second)
{
    Course course{smoothed(values, per_second), {}, {}};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double off = values[i] - course.middle[i];
        course.below.push_back(std::clamp(-off, 0.0, kMostDeviation));
        course.above.push_back(std::clamp(off, 0.0, kMostDeviation));
    }
    const int reach = samples_in(kZigzag_s, per_second);
    course.below = envelope(course.below, reach);
    course.above = envelope(course.above, reach);
    return course;
}

/// Which heads make a group.
struct Gathering {
    double together, apart; ///< units: heads join a group, and leave it
    std::size_t least; ///< so many share a column
};
constexpr Gathering kClose{40, 52, 4}, kTouching{2.2 * kHeadRadius, 3 * kHeadRadius, 2};

/// Gives each group of heads that have no column yet one box, and a number from `first` on.
void share_columns(std::vector<LabelAnchor>& now, const std::vector<LabelAnchor>* before,
    double scale, const Gathering& gathering, int first)
{
    const std::size_t runs = now.size();
    const std::vector<LabelAnchor> own = now;
    std::vector<int> group(runs);
    std::iota(group.begin(), group.end(), first);
    for (std::size_t a = 0; a < runs; ++a)
        for (std::size_t b = 0; b < a; ++b) {
            if (own[a].column >= 0 || own[b].column >= 0)
                continue;
            const bool were = before != nullptr && (*before)[a].column >= 0
                && (*before)[a].column == (*before)[b].column;
            if (distance(own[a].own, own[b].own)
                < scale * (were ? gathering.apart : gathering.together))
                std::ranges::replace(group, group[a], int{group[b]});
        }
    for (std::size_t a = 0; a < runs; ++a) {
        if (std::ranges::count(group, group[a]) < static_cast<std::ptrdiff_t>(gathering.least))
            continue;
        Box all = own[a].clear;
        for (std::size_t b = 0; b < runs; ++b)
            if (group[b] == group[a])
                all = hull(all, own[b].clear);
        if (std::max(all.width(), all.height()) <= kLargestGroup * scale)
            now[a] = {.own = own[a].own, .center = all.center(), .clear = all, .column = group[a]};
    }
}

/// Four close heads share a column, and so do two that touch: else nobody knows which is whose.
void share_columns(
    std::vector<LabelAnchor>& now, const std::vector<LabelAnchor>* before, double scale)
{
    share_columns(now, before, scale, kClose, 0);
    share_columns(now, before, scale, kTouching, static_cast<int>(now.size()));
}

/// Labels of a column wear the marks of their runs, but not where heads only pass each other.
void mark_shared(std::vector<std::vector<LabelAnchor>>& anchors, double per_second)
{
    const int reach = samples_in(kLasting_s, per_second);
    for (std::size_t run = 0; run < anchors.front().size(); ++run) {
        Series shared;
        for (const auto& now : anchors)
            shared.push_back(now[run].column >= 0 ? 1 : 0);
        const Series lasting
            = around(shared, reach, [](auto a, auto b) { return *std::min_element(a, b); });
        const Series marked = envelope(lasting, reach);
        for (std::size_t i = 0; i < anchors.size(); ++i)
            anchors[i][run].marked = marked[i];
    }
}

} // namespace

std::vector<std::vector<LabelAnchor>> label_anchors(const HeadFilm& film, double scale)
{
    const std::size_t count = film.samples.size();
    std::vector<std::vector<LabelAnchor>> anchors(count, std::vector<LabelAnchor>(film.runs()));
    for (std::size_t run = 0; run < film.runs(); ++run) {
        Series x, y;
        for (const auto& heads : film.samples) {
            x.push_back(heads[run].middle(scale).x);
            y.push_back(heads[run].middle(scale).y);
        }
        const Course across = course_of(x, film.per_second), down = course_of(y, film.per_second);
        for (std::size_t i = 0; i < count; ++i)
            anchors[i][run] = {.own = {across.middle[i], down.middle[i]},
                .center = {across.middle[i], down.middle[i]},
                .clear = {{across.middle[i] - across.below[i], across.middle[i] + across.above[i]},
                    {down.middle[i] - down.below[i], down.middle[i] + down.above[i]}}};
    }
    for (std::size_t i = 0; i < count; ++i)
        share_columns(anchors[i], i > 0 ? &anchors[i - 1] : nullptr, scale);
    mark_shared(anchors, film.per_second);
    return anchors;
}

} // namespace thalweg::panel
