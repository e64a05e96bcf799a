#include "contour/quadtree.hpp"

#include "contour/enclosure.hpp"

namespace thalweg::contour {

namespace {

// Smaller cells than this share of the domain are below what doubles resolve: f differs from its
// extremum by the square of the cell's size.
constexpr int kMaxDepth = 26;
// Bounds time and memory where no proof exists along a whole curve. Cells are split breadth first,
// so then all of that curve is resolved alike.
constexpr std::size_t kMaxCells = 1 << 18;
// Cells from this depth on are small beside the regions where a surface is not defined.
constexpr int kVoidDepth = 6;
// Off the middle, so that the symmetry lines of surfaces do not run along the edges of cells.
constexpr double kSplit = 0.5 + 0.0123456789;

/// Drops the levels that an enclosure excludes.
void narrow(Cell& cell, const Interval& value, std::span<const double> levels)
{
    while (cell.first < cell.last && levels[static_cast<std::size_t>(cell.first)] < value.lo)
        ++cell.first;
    while (cell.first < cell.last && levels[static_cast<std::size_t>(cell.last - 1)] > value.hi)
        --cell.last;
}

/// Draws what conclusions an enclosure allows.
Shape judge(Cell& cell, const Enclosure& e, std::span<const double> levels)
{
    narrow(cell, e.value, levels);
    if (cell.first == cell.last)
        return Shape::empty;
    if (!is_finite(
            e.value)) // a pole may hide in the cell, where the derivative's sign proves nothing
        return Shape::split;
    cell.sign_x = static_cast<signed char>(sign_of(e.x));
    cell.sign_y = static_cast<signed char>(sign_of(e.y));
    if (cell.sign_x == 0 && cell.sign_y == 0)
        return Shape::split;
    if (cell.sign_x == 0 || cell.sign_y == 0)
        return cell.sign_y != 0 ? Shape::over_x : Shape::over_y;
    // Both will do: the flatter graph is the better conditioned one.
    return std::abs(e.y.middle()) >= std::abs(e.x.middle()) ? Shape::over_x : Shape::over_y;
}

void split(std::vector<Cell>& cells, std::size_t at)
{
    cells[at].children = static_cast<int>(cells.size());
    Cell child = cells[at];
    child.children = -1;
    child.sign_x = child.sign_y = 0;
    ++child.depth;
    const Box box = child.box;
    const double x = box.x.at(kSplit), y = box.y.at(kSplit);
    for (const Range row : {Range{box.y.lo, y}, Range{y, box.y.hi}})
        for (const Range column : {Range{box.x.lo, x}, Range{x, box.x.hi}}) {
            child.box = {column, row};
            cells.push_back(child);
        }
}

/// Is f nowhere a number in the cell, as far as five points tell? Such regions are not worth
/// dividing to the end.
bool is_void(const surface::Surface& f, const Cell& cell)
{
    const auto corners = cell.box.corners();
    return cell.depth >= kVoidDepth && std::isnan(f.value(cell.box.center()))
        && std::all_of(
            corners.begin(), corners.end(), [&](Vec2 p) { return std::isnan(f.value(p)); });
}

} // namespace

std::vector<Cell> build_quadtree(
    const surface::Surface& f, const Box& domain, std::span<const double> rising_levels)
{
    std::vector<Cell> cells{{.box = domain, .last = static_cast<int>(rising_levels.size())}};
    for (std::size_t i = 0; i < cells.size(); ++i) {
        Cell& cell = cells[i];
        const Jet<Interval> over = f.bound_jet(cell.box);
        cell.shape = judge(cell, natural(over), rising_levels);
        if (cell.shape == Shape::split)
            cell.shape = judge(cell, tightened(f, cell.box, over), rising_levels);
        if (cell.shape == Shape::split
            && (cell.depth >= kMaxDepth || cells.size() + 4 > kMaxCells || is_void(f, cell)))
            cell.shape = Shape::stuck;
        if (cell.shape == Shape::split)
            split(cells, i);
    }
    return cells;
}

} // namespace thalweg::contour
