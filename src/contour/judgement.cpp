#include "contour/judgement.hpp"

#include "contour/defined_edge.hpp"
#include "contour/enclosure.hpp"

#include <limits>
#include <tuple>

namespace thalweg::contour {

namespace {

// Smaller cells than this share of the domain are below what doubles resolve: f differs from its
// extremum by the square of the cell's size.
constexpr int kMaxDepth = 26;
// Along creases, where second derivatives have no bounds, the number of cells grows with their
// depth, so there it is as small as the tolerance allows.
constexpr int kMinCreaseDepth = 16, kMaxCreaseDepth = 20;
// Cells where f may be undefined are never divided less often, nor more often, than so.
constexpr int kMinUnprovenDepth = 6, kMaxUnprovenDepth = 13;
// Nor those in which it may take a level.
constexpr int kMinJumpDepth = 10;
// A graph that is nowhere steeper than this is not taken to bend often.
constexpr double kSteep = 80;
// Bounds of the turn are far too large; by so much it counts as a bend, up to so many.
constexpr double kTurnOfBend = 64;
constexpr int kMostBends = 8;
// Cells in which graphs may bend are divided at least so often.
constexpr int kMinBendingDepth = 9;

/// Drops the levels that an enclosure excludes.
///
/// value  encloses f wherever it is defined in the cell
void narrow(Cell& cell, const Interval& value, std::span<const double> levels)
{
    const auto level = [&](int k) { return levels[static_cast<std::size_t>(k)]; };
    const bool may_be_undefined = cell.proof < Definedness::defined;
    while (cell.first < cell.last && level(cell.last - 1) > value.hi)
        --cell.last;
    int& first = may_be_undefined ? cell.first_curve : cell.first;
    while (first < cell.last
        && (level(first) < value.lo || level(first) == -std::numeric_limits<double>::infinity()))
        ++first;
    cell.first_curve = std::max(cell.first, cell.first_curve);
}

double size_of(const Cell& cell)
{
    return std::max(cell.box.width(), cell.box.height());
}

double largest(const Interval& a)
{
    return std::max(-a.lo, a.hi);
}

bool is_smooth(const Jet<Interval>& over)
{
    return is_finite(over.xx) && is_finite(over.xy) && is_finite(over.yy);
}

/// How often a graph bends, on its way through the cell. It turns by at most the Hessian over the
/// gradient. One that only rises or falls, or is never steep, is taken not to bend; on creases
/// nothing is known.
int bends_of(const Cell& cell, Shape shape, const Jet<Interval>& over)
{
    if (!is_smooth(over))
        return kMostBends;
    if (cell.sign_x != 0 && cell.sign_y != 0)
        return 0;
    const auto& [along, across]
        = shape == Shape::over_x ? std::tie(over.x, over.y) : std::tie(over.y, over.x);
    const double slope = abs(across).lo;
    if (!(largest(along) > kSteep * slope))
        return 0;
    const double change = largest(over.xx) + 2 * largest(over.xy) + largest(over.yy);
    const double turn = change * size_of(cell) / slope;
    const double bends = turn / kTurnOfBend;
    return static_cast<int>(bends < kMostBends ? bends : kMostBends);
}

/// Draws what conclusions an enclosure allows in a cell where f is continuous.
Shape judge(Cell& cell, const Enclosure& e, std::span<const double> levels)
{
    narrow(cell, e.value, levels);
    if (cell.first == cell.last)
        return Shape::empty;
    if (!is_finite(e.value)) // beyond the range of doubles
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

} // namespace

Shape Judgement::look_at(Cell& cell) const
{
    if (cell.is_continuous()) // as was proven for a larger cell
        return look_at_continuous(cell);
    const DecoratedInterval over = f_.decorated_bound(cell.box);
    cell.proof = over.proof;
    return cell.is_continuous() ? look_at_continuous(cell) : look_at_unproven(cell, over.v);
}

Shape Judgement::look_at_continuous(Cell& cell) const
{
    const Jet<Interval> over = f_.bound_jet(cell.box);
    Shape shape = judge(cell, natural(over), levels_);
    if (shape == Shape::split)
        shape = judge(cell, tightened(f_, cell.box, over), levels_);
    const bool is_graph = shape == Shape::over_x || shape == Shape::over_y;
    if (is_graph) {
        const int bends = bends_of(cell, shape, over);
        if (bends > 0 && cell.depth < kMinBendingDepth)
            return Shape::split;
        cell.bends = static_cast<unsigned char>(bends);
    }
    return shape == Shape::split && is_deep_enough(cell, is_smooth(over)) ? Shape::stuck : shape;
}

bool Judgement::is_deep_enough(const Cell& cell, bool smooth) const
{
    if (smooth || cell.depth < kMinCreaseDepth)
        return cell.depth >= kMaxDepth;
    return cell.depth >= kMaxCreaseDepth || size_of(cell) <= tolerance_;
}

Shape Judgement::look_at_unproven(Cell& cell, const Interval& values) const
{
    if (cell.proof == Definedness::nowhere)
        cell.last = cell.first_curve = cell.first;
    else
        narrow(cell, natural(values), levels_);
    if (cell.first == cell.last)
        return Shape::empty;
    return cell.depth >= kMinUnprovenDepth && is_fine_enough(cell) ? Shape::stuck : Shape::split;
}

bool Judgement::is_fine_enough(const Cell& cell) const
{
    if (cell.depth >= kMaxUnprovenDepth || size_of(cell) <= tolerance_)
        return true;
    const double nothing = -std::numeric_limits<double>::infinity();
    if (cell.first_curve == cell.last)
        return is_jump_straight(f_, cell.box, {nothing, nothing}, tolerance_);
    const auto level = [&](int k) { return levels_[static_cast<std::size_t>(k)]; };
    return cell.depth >= kMinJumpDepth
        && is_jump_straight(f_, cell.box, {level(cell.first), level(cell.last - 1)}, tolerance_);
}

} // namespace thalweg::contour
