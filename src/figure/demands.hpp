#pragma once

#include "figure/grid.hpp"
#include "figure/tracks.hpp"

#include <functional>

namespace thalweg::figure {

/// What the items of a grid ask for: sizes, proportions, and the room around them.
class Demands {
public:
    Demands(const Grid& grid, const panel::Setting& setting);

    std::size_t count() const { return requests_.size(); }
    const GridItem& item(std::size_t i) const { return grid_.items[i]; }
    Span columns_of(std::size_t i) const { return {item(i).column, item(i).columns}; }
    Span rows_of(std::size_t i) const { return {item(i).row, item(i).rows}; }

    bool is_map(std::size_t i) const { return requests_[i].aspect.has_value(); }
    const panel::SizeRequest& request(std::size_t i) const { return requests_[i]; }
    /// Of an inner box, so that no word of the heading breaks.
    double least_width(std::size_t i) const;

    /// The size of an item of fixed proportions at a scale of the rows' ratios.
    ///
    /// cell  the widest that such an item may get, for each unit of its columns' ratios
    Vec2 map_size(std::size_t i, double scale, double cell) const;
    /// Can it be read at a size?
    bool is_large_enough(std::size_t i, Vec2 size) const;
    /// The scale at which no item of fixed proportions is smaller than it may be.
    double least_scale() const;

    /// Room around an inner box, the heading counted.
    const panel::Insets& insets(std::size_t i) const { return insets_[i]; }
    /// From the upper side of an inner box to that of its heading, or of its ticks without one.
    double above(std::size_t i) const;
    double heading_height(std::size_t i) const { return headings_[i]; }
    /// Measures the room around inner boxes of the given sizes.
    ///
    /// keep     no room gets less than it was, so that measuring again and again comes to an end
    /// Returns  whether any room got more
    bool measure(const std::function<Vec2(std::size_t)>& size_of, bool keep);

    /// Which columns have items of fixed proportions?
    std::vector<bool> map_columns() const;
    /// Does an item of fixed proportions stand in this row and others?
    bool is_spanned_by_map(std::size_t row) const;
    /// The widest that columns may get, since nothing in them has use for more; empty where any
    /// column takes all.
    std::vector<double> widest_columns() const;
    /// Items in the order of their spans, since wide ones only need what narrow ones leave open.
    std::vector<std::size_t> narrow_first(std::size_t GridItem::*span) const;

private:
    void add_headings(const std::function<Vec2(std::size_t)>& size_of);

    const Grid& grid_;
    const panel::Setting& setting_;
    std::vector<panel::SizeRequest> requests_;
    std::vector<panel::ScaleRequest> scales_; ///< shared
    std::vector<panel::Insets> insets_;
    std::vector<double> headings_; ///< their heights
    std::vector<double> below_headings_; ///< for each row, the room of its ticks
};

} // namespace thalweg::figure
