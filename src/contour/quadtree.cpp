#include "contour/quadtree.hpp"

#include "contour/judgement.hpp"
#include "core/parallel.hpp"

#include <algorithm>
#include <utility>

namespace thalweg::contour {

namespace {

// Cells for all levels together are at most so many times those of one.
constexpr std::size_t kMostTogether = 6;
// Off the middle, so that the symmetry lines of surfaces do not run along the edges of cells.
constexpr double kSplit = 0.5 + 0.0123456789;
constexpr std::size_t kCellsAPart = 512; // that one thread judges in a row

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

/// The effort of dividing a cell: many small ones lie along each pole, and they are quick to judge.
std::size_t effort_of_split(const Cell& cell)
{
    return cell.is_continuous() ? 4 : 1;
}

/// What is spent on each level and on all of them.
class Efforts {
public:
    Efforts(std::size_t levels, std::size_t most)
        : levels_(levels)
        , most_(most)
    {
    }

    /// May the cell be divided? It counts for all levels that it concerns, also where it is not
    /// divided, so that a level's fate does not depend on the other ones.
    bool spend_on(const Cell& cell)
    {
        const std::size_t effort = effort_of_split(cell);
        const auto concerned = std::span(levels_).subspan(
            static_cast<std::size_t>(cell.first), static_cast<std::size_t>(cell.last - cell.first));
        for (Level& level : concerned) {
            level.spent += effort;
            if (level.spent > most_)
                level.search = Search::hopeless;
        }
        const bool is_wanted = std::ranges::any_of(
            concerned, [](const Level& level) { return level.search != Search::hopeless; });
        if (is_wanted && of_all_ + effort <= kMostTogether * most_) {
            of_all_ += effort;
            return true;
        }
        is_cut_short_ = is_cut_short_ || is_wanted;
        for (Level& level : concerned)
            if (level.search == Search::done)
                level.search = Search::cut_short;
        return false;
    }

    bool is_cut_short() const { return is_cut_short_; }
    std::vector<Search> searches() const
    {
        std::vector<Search> searches;
        for (const Level& level : levels_)
            searches.push_back(level.search);
        return searches;
    }

private:
    struct Level {
        std::size_t spent = 1;
        Search search = Search::done;
    };
    std::vector<Level> levels_;
    std::size_t most_, of_all_ = 1;
    bool is_cut_short_ = false;
};

void judge(std::span<Cell> cells, const Judgement& judgement, int jobs)
{
    const std::size_t parts = (cells.size() + kCellsAPart - 1) / kCellsAPart;
    for_each_part(static_cast<int>(parts), jobs, [&](int part) {
        const std::size_t first = static_cast<std::size_t>(part) * kCellsAPart;
        for (Cell& cell : cells.subspan(first, std::min(kCellsAPart, cells.size() - first)))
            cell.shape = judgement.look_at(cell);
    });
}

} // namespace

Quadtree build_quadtree(const surface::Surface& f, const Box& domain,
    std::span<const double> levels, double tolerance, const TreeCost& cost)
{
    const Judgement judgement(f, levels, tolerance);
    Quadtree tree{
        .cells = {{.box = domain, .last = static_cast<int>(levels.size())}}, .searches = {}};
    std::vector<Cell>& cells = tree.cells;
    Efforts efforts(levels.size(), cost.most);
    for (std::size_t first = 0; first < cells.size();) {
        const std::size_t end = cells.size();
        judge(std::span(cells).subspan(first), judgement, cost.jobs);
        for (; first < end; ++first) {
            if (cells[first].shape != Shape::split)
                continue;
            if (efforts.spend_on(cells[first]))
                split(cells, first);
            else
                cells[first].shape = Shape::stuck;
        }
    }
    tree.searches = efforts.searches();
    tree.is_cut_short = efforts.is_cut_short();
    return tree;
}

Quadtree tree_of_level(const Quadtree& of_all, int level, std::size_t most)
{
    const auto with_level_alone = [&](Cell cell) {
        const bool is_concerned = cell.first <= level && level < cell.last;
        cell.first_curve = is_concerned && level < cell.first_curve ? 1 : 0;
        cell.first = 0;
        cell.last = is_concerned ? 1 : 0;
        if (!is_concerned)
            cell.shape = Shape::empty;
        return cell;
    };
    Quadtree tree{.cells = {with_level_alone(of_all.cells.front())}, .searches = {}};
    std::vector<Cell>& cells = tree.cells;
    Efforts efforts(1, most);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto children = of_all.cells.begin() + std::exchange(cells[i].children, -1);
        if (cells[i].shape != Shape::split)
            continue;
        if (efforts.spend_on(cells[i])) {
            cells[i].children = static_cast<int>(cells.size());
            std::transform(children, children + 4, std::back_inserter(cells), with_level_alone);
        } else {
            cells[i].shape = Shape::stuck;
        }
    }
    tree.searches = efforts.searches();
    return tree;
}

void drop_unfinished_levels(Quadtree& tree)
{
    std::vector<int> kept_before = {0}; // each level
    for (const Search search : tree.searches)
        kept_before.push_back(kept_before.back() + (search == Search::done));
    const auto moved = [&](int k) { return kept_before[static_cast<std::size_t>(k)]; };
    for (Cell& cell : tree.cells) {
        cell.first = moved(cell.first);
        cell.first_curve = moved(cell.first_curve);
        cell.last = moved(cell.last);
    }
    std::erase_if(tree.searches, [](Search search) { return search != Search::done; });
}

} // namespace thalweg::contour
