#include "figure/grid.hpp"

#include "figure/tracks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace thalweg::figure {

namespace {

constexpr int kBisections = 24;
constexpr int kPasses = 3; // insets depend on sizes, and sizes on insets
constexpr double kEdge = 0.4; // of the margin, free outside of insets
constexpr double kTallestPage = 0.62; // of the width, where a wide page chooses its own height
constexpr double kTallestCurve = 0.8; // height / width of items that merely stretch

/// A grid with its insets known.
class Solver {
public:
    Solver(const Grid& grid, const panel::Setting& setting)
        : grid_(grid)
        , setting_(setting)
        , insets_(grid.items.size())
        , columns_(grid.widths)
        , rows_(grid.heights)
    {
        for (const GridItem& item : grid.items)
            requests_.push_back(item.panel->size(setting));
    }

    std::optional<SolvedGrid> solve()
    {
        measure_insets(0.4 * setting_.format.width);
        for (int pass = 0;; ++pass) {
            if (!grow_maps())
                return std::nullopt;
            spread_left_over();
            if (pass + 1 == kPasses)
                break;
            measure_placed_insets();
        }
        return result();
    }

private:
    bool is_map(std::size_t i) const { return requests_[i].aspect.has_value(); }
    const GridItem& item(std::size_t i) const { return grid_.items[i]; }
    Span columns_of(std::size_t i) const { return {item(i).column, item(i).columns}; }
    Span rows_of(std::size_t i) const { return {item(i).row, item(i).rows}; }

    void measure_insets(double side)
    {
        for (std::size_t i = 0; i < insets_.size(); ++i)
            insets_[i] = insets_of(i, {side, side});
        collect_insets();
    }

    void measure_placed_insets()
    {
        for (std::size_t i = 0; i < insets_.size(); ++i)
            insets_[i] = insets_of(i, inner_size(i));
        collect_insets();
    }

    panel::Insets insets_of(std::size_t i, Vec2 inner) const
    {
        panel::Insets insets = item(i).panel->insets(inner, setting_);
        insets.top += item(i).heading;
        return insets;
    }

    /// The widest insets of each track, and the room that they leave.
    void collect_insets()
    {
        const canvas::Format& format = setting_.format;
        columns_.clear_insets();
        rows_.clear_insets();
        for (std::size_t i = 0; i < insets_.size(); ++i) {
            columns_.add_insets(columns_of(i), insets_[i].left, insets_[i].right);
            rows_.add_insets(rows_of(i), insets_[i].top, insets_[i].bottom);
        }
        columns_.set_room(format.width, format.margin, kEdge * format.margin, format.gap);
        rows_.set_room(format.height, format.margin, kEdge * format.margin, format.gap);
    }

    double ratio(std::size_t i) const
    {
        const auto first = grid_.heights.begin() + static_cast<std::ptrdiff_t>(item(i).row);
        return std::accumulate(first, first + static_cast<std::ptrdiff_t>(item(i).rows), 0.0);
    }

    /// The size of an item of fixed proportions at a scale.
    Vec2 map_size(std::size_t i, double scale) const
    {
        const double height = scale * ratio(i);
        return {*requests_[i].aspect * height, height};
    }

    double least_scale() const
    {
        double least = 0;
        for (std::size_t i = 0; i < requests_.size(); ++i)
            if (is_map(i)) {
                const double height = std::max(
                    requests_[i].least_height, requests_[i].least_width / *requests_[i].aspect);
                least = std::max(least, height / ratio(i));
            }
        return least;
    }

    /// Finds the greatest scale that fits; false where none does.
    bool grow_maps()
    {
        double low = least_scale(), high = std::max(setting_.format.width, 1.0) * 4;
        if (!fits(low))
            return false;
        for (int i = 0; i < kBisections; ++i) {
            const double middle = 0.5 * (low + high);
            (fits(middle) ? low : high) = middle;
        }
        scale_ = low;
        return fits(scale_);
    }

    /// Gives every track what it needs at a scale; false where that is more than there is.
    bool fits(double scale)
    {
        scale_ = scale;
        set_columns(scale);
        if (columns_.left_over() < -1e-9)
            return false;
        columns_.spread();
        set_rows(scale);
        if (setting_.format.height > 0)
            return rows_.left_over() >= -1e-9;
        return setting_.format.is_narrow_page
            || rows_.total() <= kTallestPage * setting_.format.width || scale <= least_scale();
    }

    /// Items in the order of their spans, since wide ones only need what narrow ones leave open.
    std::vector<std::size_t> narrow_first(std::size_t GridItem::*span) const
    {
        std::vector<std::size_t> order(grid_.items.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, {}, [&](std::size_t i) { return item(i).*span; });
        return order;
    }

    void set_columns(double scale)
    {
        columns_.reset();
        for (std::size_t i = 0; i < requests_.size(); ++i)
            if (is_map(i) && item(i).columns == 1)
                columns_.mark_fixed(item(i).column);
        for (const std::size_t i : narrow_first(&GridItem::columns))
            columns_.need(
                columns_of(i), is_map(i) ? map_size(i, scale).x : requests_[i].least_width);
    }

    void set_rows(double scale)
    {
        rows_.reset();
        for (std::size_t i = 0; i < requests_.size(); ++i)
            if (is_map(i) || !requests_[i].stretches)
                if (item(i).rows == 1)
                    rows_.mark_fixed(item(i).row);
        for (const std::size_t i : narrow_first(&GridItem::rows)) {
            const double height = is_map(i) ? map_size(i, scale).y
                : requests_[i].stretches    ? requests_[i].least_height
                                            : item(i).panel->height_for(box_width(i), setting_);
            rows_.need(rows_of(i), height);
        }
    }

    /// The width that an item that is no map has at least: its columns, and the insets to their
    /// left that it does not need, less what snapping its sides to pixels may take.
    double box_width(std::size_t i) const
    {
        return columns_.extent(columns_of(i)).width() + free_left(i) - 1 / setting_.format.snap;
    }
    double free_left(std::size_t i) const
    {
        const panel::Insets& own = insets_[i];
        return own.left == 0 && own.right == 0 ? columns_.before(item(i).column) : 0;
    }

    void spread_left_over()
    {
        if (setting_.format.height <= 0)
            return;
        std::vector<double> most(grid_.heights.size(), std::numeric_limits<double>::infinity());
        for (std::size_t i = 0; i < requests_.size(); ++i)
            if (!is_map(i) && item(i).rows == 1 && !rows_spanned_by_map(item(i).row))
                most[item(i).row] = kTallestCurve * box_width(i);
        rows_.spread(most);
        rows_.relax();
    }

    bool rows_spanned_by_map(std::size_t row) const
    {
        for (std::size_t i = 0; i < requests_.size(); ++i)
            if (is_map(i) && item(i).rows > 1 && item(i).row <= row
                && row < item(i).row + item(i).rows)
                return true;
        return false;
    }

    Vec2 inner_size(std::size_t i) const
    {
        const Box box = inner(i);
        return {box.width(), box.height()};
    }

    Box inner(std::size_t i) const
    {
        const Range x = columns_.extent(columns_of(i)), y = rows_.extent(rows_of(i));
        const auto snap
            = [&](double v) { return std::round(v * setting_.format.snap) / setting_.format.snap; };
        Box box{x, y};
        if (is_map(i)) {
            const Vec2 size = map_size(i, scale_);
            const double left = x.lo + 0.5 * std::max(0.0, x.width() - size.x);
            const double top = y.lo + 0.5 * std::max(0.0, y.width() - size.y);
            box = {{left, left + size.x}, {top, top + size.y}};
        } else {
            box.x = {snap(x.lo - free_left(i)), snap(x.hi)};
            if (!requests_[i].stretches && item(i).rows == 1)
                box.y.hi = box.y.lo + item(i).panel->height_for(box.width(), setting_);
        }
        return {{snap(box.x.lo), snap(box.x.hi)}, {snap(box.y.lo), snap(box.y.hi)}};
    }

    SolvedGrid result() const
    {
        SolvedGrid solved{.height = rows_.total()};
        double map_width = 0;
        for (std::size_t i = 0; i < requests_.size(); ++i) {
            const Box box = inner(i);
            const panel::Insets& around = insets_[i];
            // Headings of a row stand at one height, whatever ticks stick out below them.
            const double top = item(i).heading > 0 ? rows_.before(item(i).row) : around.top;
            solved.items.push_back({.inner = box,
                .outer = {{box.x.lo - around.left, box.x.hi + around.right},
                    {box.y.lo - top, box.y.hi + around.bottom}}});
            if (is_map(i)) {
                solved.map_area += box.width() * box.height();
                map_width = std::max(map_width, box.x.hi);
            }
        }
        solved.full_width = map_width >= columns_.end() - 0.02 * setting_.format.width;
        return solved;
    }

    const Grid& grid_;
    const panel::Setting& setting_;
    std::vector<panel::SizeRequest> requests_;
    std::vector<panel::Insets> insets_;
    Tracks columns_, rows_;
    double scale_ = 0;
};

} // namespace

std::optional<SolvedGrid> solve(const Grid& grid, const panel::Setting& setting)
{
    return Solver(grid, setting).solve();
}

} // namespace thalweg::figure
