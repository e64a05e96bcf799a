#include "contour/edges.hpp"

namespace thalweg::contour {

namespace {

/// Descends to all pairs of neighbours, as dual contouring does.
/// Source  T. Ju, F. Losasso, S. Schaefer, J. Warren, Dual contouring of Hermite data, SIGGRAPH
/// 2002, section 2
class Walk {
public:
    explicit Walk(std::span<const Cell> tree)
        : tree_(tree)
    {
    }

    void inside(int at)
    {
        const Cell& cell = get(at);
        if (cell.is_leaf())
            return;
        const int c = cell.children;
        for (int k = 0; k < 4; ++k)
            inside(c + k);
        vertical(c, c + 1);
        vertical(c + 2, c + 3);
        horizontal(c, c + 2);
        horizontal(c + 1, c + 3);
    }

    void vertical(int left, int right)
    {
        pair(left, right, {.horizontal = false}, {1, 3}, {0, 2},
            [this](int a, int b) { vertical(a, b); });
    }

    void horizontal(int below, int above)
    {
        pair(below, above, {.horizontal = true}, {2, 3}, {0, 1},
            [this](int a, int b) { horizontal(a, b); });
    }

    std::vector<Edge> edges;

private:
    using Children = std::array<int, 2>; ///< those that touch the shared edge

    const Cell& get(int at) const { return tree_[static_cast<std::size_t>(at)]; }
    bool is_final(int at) const { return at == Edge::kOutside || get(at).is_leaf(); }
    int child(int at, int k) const { return is_final(at) ? at : get(at).children + k; }

    template <class Recurse>
    void pair(
        int before, int after, Edge edge, Children of_before, Children of_after, Recurse recurse)
    {
        if (!meet(before, after, edge))
            return;
        if (is_final(before) && is_final(after))
            return add(before, after, edge);
        for (std::size_t k = 0; k < 2; ++k)
            recurse(child(before, of_before[k]), child(after, of_after[k]));
    }

    /// Notes the levels that both may hold; false where there are none.
    bool meet(int before, int after, Edge& edge) const
    {
        const Cell& a = get(before == Edge::kOutside ? after : before);
        const Cell& b = get(after == Edge::kOutside ? before : after);
        edge.first = std::max(a.first, b.first);
        edge.last = std::min(a.last, b.last);
        return edge.first < edge.last;
    }

    void add(int before, int after, Edge edge)
    {
        const bool from_before = after == Edge::kOutside
            || (before != Edge::kOutside && get(before).depth > get(after).depth);
        const Box& box = get(from_before ? before : after).box; // the smaller one
        const Range across = edge.horizontal ? box.y : box.x;
        edge.range = edge.horizontal ? box.x : box.y;
        edge.at = from_before ? across.hi : across.lo;
        edge.before = before;
        edge.after = after;
        edges.push_back(edge);
    }

    std::span<const Cell> tree_;
};

} // namespace

std::vector<Edge> edges_of(std::span<const Cell> tree)
{
    Walk walk(tree);
    walk.inside(0);
    for (const auto [before, after] :
        {std::array{0, Edge::kOutside}, std::array{Edge::kOutside, 0}}) {
        walk.vertical(before, after);
        walk.horizontal(before, after);
    }
    return std::move(walk.edges);
}

} // namespace thalweg::contour
