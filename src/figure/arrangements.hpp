#pragma once

#include "figure/grid.hpp"
#include "figure/plan.hpp"
#include "figure/tracks.hpp"

#include <string>
#include <vector>

namespace thalweg::figure {

/// A prepared panel under its name.
struct NamedItem {
    std::string name;
    const panel::Panel* panel = nullptr;
    Heading heading{};
    bool is_map = false; ///< of fixed proportions
    bool stretches = false; ///< a curve, say; others are words and parts of the picture
};
using NamedItems = std::vector<NamedItem>;

/// A grid together with the names of its items.
struct Arrangement {
    Grid grid{};
    std::vector<std::string> names{}; ///< one for each item of the grid
};

/// Adds items to a grid of equal ratios and keeps their names.
class ArrangementBuilder {
public:
    ArrangementBuilder(std::size_t rows, std::size_t columns);
    void add(const NamedItem& item, Span rows, Span columns);
    /// Rows of a span together get the ratio of one, so that maps in spans have one size.
    void make_one(Span rows);
    Arrangement take() { return std::move(arrangement_); }

private:
    Arrangement arrangement_;
};

/// The ways to arrange panels that nobody arranged: maps with the other panels in columns beside
/// them, all in one column, and maps above a row of the others. Several maps stand in one row, or
/// in rows of two or three.
///
/// items  in reading order
/// shape  decides between ways that give maps the same size: the first is the best
enum class Shape { usual, very_wide };
std::vector<Arrangement> arrangements(const NamedItems& items, Shape shape);

/// The panels of a mosaic, each in its rectangle.
Arrangement arrange(const Mosaic& mosaic, const NamedItems& items);

/// The ways to arrange a mosaic's panels in pictures that are higher than wide, from top to bottom
/// in reading order: each across the whole width, or maps and curves in rows of two, where these
/// follow each other, or all maps first.
std::vector<Arrangement> reflowed(const Mosaic& mosaic, const NamedItems& items);

} // namespace thalweg::figure
