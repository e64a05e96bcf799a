#include "figure/grid.hpp"

#include "figure/demands.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace thalweg::figure {

namespace {

constexpr int kBisections = 24;
constexpr int kMostPasses = 8; // insets depend on sizes, and sizes on insets
constexpr double kEdge = 0.4; // of the margin, free outside of insets
constexpr double kTallestPage = 0.62; // of the width, where a wide page chooses its own height
constexpr double kTallestCurve = 0.8; // height / width of items that merely stretch
constexpr double kFull = 0.9, kFullHeight = 0.98; // of what the margins leave
constexpr double kUnbounded = std::numeric_limits<double>::infinity();

Vec2 size_of(const Box& box)
{
    return {box.width(), box.height()};
}

/// Finds the sizes of tracks that meet all demands.
class Solver {
public:
    Solver(const Grid& grid, const panel::Setting& setting)
        : grid_(grid)
        , setting_(setting)
        , demands_(grid, setting)
        , columns_(grid.widths)
        , rows_(grid.heights)
    {
        for (std::size_t i = 0; i < demands_.count(); ++i)
            is_still_ &= !is_map(i) && !stretches(i) && grid_.widths.size() == 1;
    }

    std::optional<SolvedGrid> solve()
    {
        const double guess = 0.4 * setting_.format.width;
        demands_.measure([&](std::size_t) { return Vec2{guess, guess}; }, false);
        for (int pass = 0; pass < kMostPasses; ++pass) {
            collect_insets();
            if (!grow_maps())
                return std::nullopt;
            spread_left_over();
            const bool is_guess = pass == 0;
            if (!demands_.measure([&](std::size_t i) { return size_of(inner(i)); }, !is_guess)
                && !is_guess)
                break;
        }
        return result();
    }

private:
    const GridItem& item(std::size_t i) const { return demands_.item(i); }
    bool is_map(std::size_t i) const { return demands_.is_map(i); }
    bool stretches(std::size_t i) const { return demands_.request(i).stretches; }

    /// The widest insets of each track, and the room that they leave.
    void collect_insets()
    {
        const canvas::Format& format = setting_.format;
        columns_.clear_insets();
        rows_.clear_insets();
        for (std::size_t i = 0; i < demands_.count(); ++i) {
            const panel::Insets& insets = demands_.insets(i);
            columns_.add_insets(demands_.columns_of(i), insets.left, insets.right);
            rows_.add_insets(demands_.rows_of(i), insets.top, insets.bottom);
        }
        columns_.set_room(format.width, format.margin, kEdge * format.margin, format.gap);
        rows_.set_room(format.height, format.margin, kEdge * format.margin, format.gap);
        if (!is_still_)
            most_widths_ = demands_.widest_columns();
        cell_ = grid_.equal_columns ? widest_cell() : kUnbounded;
    }

    /// The width that columns of maps have for each unit of their ratios, when they share what the
    /// others leave at least.
    double widest_cell()
    {
        const std::vector<bool> has_map = demands_.map_columns();
        columns_.reset();
        for (std::size_t i = 0; i < demands_.count(); ++i)
            if (item(i).columns == 1 && !has_map[item(i).column])
                columns_.need(demands_.columns_of(i), demands_.least_width(i));
        double ratios = 0;
        for (std::size_t c = 0; c < has_map.size(); ++c)
            ratios += has_map[c] ? grid_.widths[c] : 0;
        return ratios > 0 ? std::max(0.0, columns_.left_over()) / ratios : kUnbounded;
    }

    /// Finds the greatest scale that fits; false where none does.
    bool grow_maps()
    {
        double low = demands_.least_scale(), high = std::max(setting_.format.width, 1.0) * 4;
        if (!fits(low))
            return false;
        for (int i = 0; i < kBisections; ++i) {
            const double middle = 0.5 * (low + high);
            (fits(middle) ? low : high) = middle;
        }
        return fits(low);
    }

    /// Gives every track what it needs at a scale; false where that is more than there is.
    bool fits(double scale)
    {
        scale_ = scale;
        for (std::size_t i = 0; i < demands_.count(); ++i)
            if (is_map(i) && !demands_.is_large_enough(i, map_size(i)))
                return false;
        set_columns();
        if (columns_.left_over() < -1e-9)
            return false;
        columns_.spread(most_widths_);
        set_rows();
        if (setting_.format.height > 0)
            return rows_.left_over() >= -1e-9;
        return setting_.format.is_narrow_page
            || rows_.total() <= kTallestPage * setting_.format.width
            || scale <= demands_.least_scale();
    }

    Vec2 map_size(std::size_t i) const { return demands_.map_size(i, scale_, cell_); }

    void set_columns()
    {
        columns_.reset();
        for (std::size_t i = 0; i < demands_.count(); ++i)
            if (is_map(i) && item(i).columns == 1)
                columns_.mark_fixed(item(i).column);
        const double snapped = 1 / setting_.format.snap; // what snapping to pixels may take
        for (const std::size_t i : demands_.narrow_first(&GridItem::columns))
            columns_.need(demands_.columns_of(i),
                is_map(i) ? map_size(i).x : demands_.least_width(i) + snapped);
    }

    void set_rows()
    {
        rows_.reset();
        for (std::size_t i = 0; i < demands_.count(); ++i)
            if ((is_map(i) || !stretches(i)) && item(i).rows == 1)
                rows_.mark_fixed(item(i).row);
        for (const std::size_t i : demands_.narrow_first(&GridItem::rows)) {
            const double height = is_map(i) ? map_size(i).y
                : stretches(i)              ? demands_.request(i).least_height
                                            : item(i).panel->height_for(box_width(i), setting_);
            rows_.need(demands_.rows_of(i), height);
        }
    }

    /// The width that an item that is no map has at least: its columns, and the insets to their
    /// left that it does not need, less what snapping its sides to pixels may take.
    double box_width(std::size_t i) const
    {
        const double width = columns_.extent(demands_.columns_of(i)).width() + free_left(i);
        return std::min(width, demands_.request(i).most_width) - 1 / setting_.format.snap;
    }
    double free_left(std::size_t i) const
    {
        const panel::Insets& own = demands_.insets(i);
        return own.left == 0 && own.right == 0 ? columns_.before(item(i).column) : 0;
    }

    void spread_left_over()
    {
        if (setting_.format.height <= 0)
            return;
        std::vector<double> most(grid_.heights.size(), kUnbounded);
        for (std::size_t i = 0; i < demands_.count(); ++i)
            if (!is_map(i) && item(i).rows == 1 && !demands_.is_spanned_by_map(item(i).row))
                most[item(i).row] = kTallestCurve * box_width(i);
        rows_.spread(most);
        rows_.relax();
    }

    Box inner(std::size_t i) const
    {
        const Range x = columns_.extent(demands_.columns_of(i)),
                    y = rows_.extent(demands_.rows_of(i));
        const auto snap
            = [&](double v) { return std::round(v * setting_.format.snap) / setting_.format.snap; };
        Box box{x, y};
        if (is_map(i)) {
            const Vec2 size = map_size(i);
            const double left = x.lo + 0.5 * std::max(0.0, x.width() - size.x);
            const double top = y.lo + 0.5 * std::max(0.0, y.width() - size.y);
            box = {{left, left + size.x}, {top, top + size.y}};
        } else {
            box.x = {snap(x.lo - free_left(i)), snap(x.hi)};
            const double spare = box.x.width() - demands_.request(i).most_width;
            if (spare > 0) // panels that are alone stand in the middle
                box.x = {box.x.lo + (is_still_ ? 0.5 * spare : 0),
                    box.x.hi - (is_still_ ? 0.5 * spare : spare)};
            if (!stretches(i) && item(i).rows == 1)
                box.y.hi = snap(box.y.lo) + item(i).panel->height_for(box.width(), setting_)
                    + 0.5 / setting_.format.snap; // rounded up
        }
        return {{snap(box.x.lo), snap(box.x.hi)}, {snap(box.y.lo), snap(box.y.hi)}};
    }

    SolvedGrid result() const
    {
        SolvedGrid solved{.height = rows_.total()};
        std::vector<double> widths(grid_.heights.size()); // of the maps of each row
        double highest = 0;
        for (std::size_t i = 0; i < demands_.count(); ++i) {
            const Box box = inner(i);
            const panel::Insets& around = demands_.insets(i);
            solved.items.push_back({.inner = box,
                .outer = {{box.x.lo - around.left, box.x.hi + around.right},
                    {box.y.lo - demands_.above(i), box.y.hi + around.bottom}},
                .heading_height = demands_.heading_height(i),
                .is_still = !is_map(i) && !stretches(i)});
            if (is_map(i)) {
                solved.map_area += box.width() * box.height();
                widths[item(i).row] += solved.items.back().outer.width();
                highest = std::max(highest, solved.items.back().outer.height());
            }
        }
        const double margins = 2 * setting_.format.margin;
        solved.full_width
            = *std::ranges::max_element(widths) >= kFull * (setting_.format.width - margins);
        solved.full_height = highest >= kFullHeight * (solved.height - margins);
        return solved;
    }

    const Grid& grid_;
    const panel::Setting& setting_;
    Demands demands_;
    Tracks columns_, rows_;
    std::vector<double> most_widths_; ///< of columns
    bool is_still_ = true; ///< one column of words and tables
    double scale_ = 0; ///< of the maps, by the rows' ratios
    double cell_ = kUnbounded; ///< the widest that a map may get
};

} // namespace

std::optional<SolvedGrid> solve(const Grid& grid, const panel::Setting& setting)
{
    return Solver(grid, setting).solve();
}

} // namespace thalweg::figure
