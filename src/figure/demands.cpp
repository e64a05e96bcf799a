#include "figure/demands.hpp"

#include "figure/scales.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace thalweg::figure {

namespace {

double sum_of(const std::vector<double>& ratios, Span span)
{
    const auto first = ratios.begin() + static_cast<std::ptrdiff_t>(span.first);
    return std::accumulate(first, first + static_cast<std::ptrdiff_t>(span.count), 0.0);
}

panel::Insets larger(const panel::Insets& a, const panel::Insets& b)
{
    return {std::max(a.left, b.left), std::max(a.top, b.top), std::max(a.right, b.right),
        std::max(a.bottom, b.bottom)};
}

bool is_within(const panel::Insets& inner, const panel::Insets& outer)
{
    constexpr double kEqual = 1e-6;
    return inner.left <= outer.left + kEqual && inner.top <= outer.top + kEqual
        && inner.right <= outer.right + kEqual && inner.bottom <= outer.bottom + kEqual;
}

} // namespace

Demands::Demands(const Grid& grid, const panel::Setting& setting)
    : grid_(grid)
    , setting_(setting)
    , insets_(grid.items.size())
    , headings_(grid.items.size())
    , below_headings_(grid.heights.size())
{
    std::vector<const panel::Panel*> panels;
    for (const GridItem& item : grid.items) {
        requests_.push_back(item.panel->size(setting));
        panels.push_back(item.panel);
    }
    scales_ = shared_scales(panels);
}

double Demands::least_width(std::size_t i) const
{
    const panel::SizeRequest& request = requests_[i];
    if (item(i).heading.empty())
        return request.least_width;
    const double word = item(i).heading.least_width(setting_.format, setting_.metrics);
    return std::max(request.least_width, word - insets_[i].left - insets_[i].right);
}

Vec2 Demands::map_size(std::size_t i, double scale, double cell) const
{
    const double aspect = *requests_[i].aspect;
    const double width = std::min(aspect * scale * sum_of(grid_.heights, rows_of(i)),
        cell * sum_of(grid_.widths, columns_of(i)));
    return {width, width / aspect};
}

bool Demands::is_large_enough(std::size_t i, Vec2 size) const
{
    constexpr double kRounding = 1e-6;
    return size.x >= least_width(i) - kRounding && size.y >= requests_[i].least_height - kRounding;
}

double Demands::least_scale() const
{
    double least = 0;
    for (std::size_t i = 0; i < count(); ++i)
        if (is_map(i)) {
            const double height
                = std::max(requests_[i].least_height, least_width(i) / *requests_[i].aspect);
            least = std::max(least, height / sum_of(grid_.heights, rows_of(i)));
        }
    return least;
}

bool Demands::measure(const std::function<Vec2(std::size_t)>& size_of, bool keep)
{
    const std::vector<panel::Insets> before = insets_;
    for (std::size_t i = 0; i < count(); ++i)
        insets_[i] = item(i).panel->insets(size_of(i), scales_[i], setting_);
    if (keep)
        for (std::size_t i = 0; i < count(); ++i) {
            insets_[i].left = std::max(insets_[i].left, before[i].left);
            insets_[i].right = std::max(insets_[i].right, before[i].right);
        }
    add_headings(size_of);
    bool grows = false;
    for (std::size_t i = 0; i < count(); ++i) {
        grows |= !is_within(insets_[i], before[i]);
        if (keep)
            insets_[i] = larger(insets_[i], before[i]);
    }
    return grows;
}

/// Headings of a row end at one height, whatever ticks stick out below them.
void Demands::add_headings(const std::function<Vec2(std::size_t)>& size_of)
{
    std::ranges::fill(below_headings_, 0.0);
    for (std::size_t i = 0; i < count(); ++i)
        if (!item(i).heading.empty()) {
            double& below = below_headings_[item(i).row];
            below = std::max(below, insets_[i].top);
        }
    for (std::size_t i = 0; i < count(); ++i)
        if (!item(i).heading.empty()) {
            const double width = size_of(i).x + insets_[i].left + insets_[i].right;
            headings_[i] = item(i).heading.height(width, setting_.format, setting_.metrics);
            insets_[i].top = above(i);
        }
}

double Demands::above(std::size_t i) const
{
    return item(i).heading.empty() ? insets_[i].top : below_headings_[item(i).row] + headings_[i];
}

std::vector<bool> Demands::map_columns() const
{
    std::vector<bool> has_map(grid_.widths.size());
    for (std::size_t i = 0; i < count(); ++i)
        for (std::size_t c = 0; is_map(i) && c < item(i).columns; ++c)
            has_map[item(i).column + c] = true;
    return has_map;
}

bool Demands::is_spanned_by_map(std::size_t row) const
{
    for (std::size_t i = 0; i < count(); ++i)
        if (is_map(i) && item(i).rows > 1 && item(i).row <= row && row < item(i).row + item(i).rows)
            return true;
    return false;
}

std::vector<double> Demands::widest_columns() const
{
    constexpr double kAny = std::numeric_limits<double>::infinity();
    std::vector<double> most(grid_.widths.size(), 0);
    for (std::size_t i = 0; i < count(); ++i)
        for (std::size_t c = 0; c < item(i).columns; ++c) {
            double& widest = most[item(i).column + c];
            widest = std::max(widest, item(i).columns == 1 ? requests_[i].most_width : kAny);
        }
    if (std::ranges::all_of(most, [&](double width) { return width == kAny; }))
        most.clear();
    return most;
}

std::vector<std::size_t> Demands::narrow_first(std::size_t GridItem::*span) const
{
    std::vector<std::size_t> order(count());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return item(i).*span; });
    return order;
}

} // namespace thalweg::figure
