#include "contour/crossings.hpp"

#include "contour/enclosure.hpp"
#include "contour/root.hpp"

namespace thalweg::contour {

namespace {

// How many times one edge is divided at most, and how deep: a level set along the edge would go on
// for ever.
constexpr int kMaxDivisions = 300;
constexpr int kMaxDepth = 40;

/// A piece of an edge, with f at its ends and the levels that may cross it.
struct Piece {
    Range range;
    double f_lo = 0, f_hi = 0;
    int first = 0, last = 0;
    int depth = 0;
};

class Isolation {
public:
    Isolation(const surface::Surface& f, std::span<const Cell> tree, std::span<const double> levels,
        Crossings& result)
        : f_(f)
        , tree_(tree)
        , levels_(levels)
        , result_(result)
    {
    }

    void run(const Edge& edge)
    {
        edge_ = &edge;
        divisions_ = 0;
        Piece whole{.range = edge.range, .first = edge.first, .last = edge.last};
        whole.f_lo = value(whole.range.lo);
        whole.f_hi = value(whole.range.hi);
        // Beside a stuck cell only the signs at the corners count.
        if (is_stuck(edge.before) || is_stuck(edge.after) || is_monotone(edge.before)
            || is_monotone(edge.after))
            cross(whole);
        else
            isolate(whole);
    }

private:
    double level(int k) const { return levels_[static_cast<std::size_t>(k)]; }
    double value(double along) const { return f_.value(edge_->point(along)); }
    const Cell& cell(int at) const { return tree_[static_cast<std::size_t>(at)]; }
    bool is_stuck(int at) const { return at != Edge::kOutside && cell(at).shape == Shape::stuck; }
    bool is_monotone(int at) const
    {
        return at != Edge::kOutside && (edge_->horizontal ? cell(at).sign_x : cell(at).sign_y) != 0;
    }

    void isolate(Piece piece)
    {
        const Box box = edge_->box(piece.range);
        const Enclosure e = tightened(f_, box, f_.bound_jet(box));
        while (piece.first < piece.last && level(piece.first) < e.value.lo)
            ++piece.first;
        while (piece.first < piece.last && level(piece.last - 1) > e.value.hi)
            --piece.last;
        if (piece.first == piece.last)
            return;
        if (is_finite(e.value) && sign_of(edge_->horizontal ? e.x : e.y) != 0)
            return cross(piece);
        if (piece.depth == kMaxDepth || ++divisions_ > kMaxDivisions) {
            mark_uncertified(piece);
            return cross(piece);
        }
        Piece low = piece, high = piece;
        low.depth = high.depth = piece.depth + 1;
        low.range.hi = high.range.lo = piece.range.middle();
        low.f_hi = high.f_lo = value(piece.range.middle());
        isolate(low);
        isolate(high);
    }

    /// One crossing for each level that the ends enclose.
    void cross(const Piece& piece)
    {
        const auto [a, b] = piece.range;
        for (int k = piece.first; k < piece.last; ++k) {
            const double from = piece.f_lo - level(k), to = piece.f_hi - level(k);
            if ((from >= 0) == (to >= 0))
                continue;
            const double at
                = find_root([&](double t) { return value(t) - level(k); }, a, b, from, to);
            result_.found.push_back(
                {edge_->point(at), k, edge_->horizontal, to >= 0, edge_->before, edge_->after});
            if (!std::isfinite(from)
                || !std::isfinite(to)) // the end of where f is defined, not a level curve
                result_.uncertified.push_back({k, edge_->point(at)});
        }
    }

    void mark_uncertified(const Piece& piece)
    {
        for (int k = piece.first; k < piece.last; ++k)
            result_.uncertified.push_back({k, edge_->point(piece.range.middle())});
    }

    const surface::Surface& f_;
    std::span<const Cell> tree_;
    std::span<const double> levels_;
    Crossings& result_;
    const Edge* edge_ = nullptr;
    int divisions_ = 0;
};

} // namespace

Crossings find_crossings(
    const surface::Surface& f, std::span<const Cell> tree, std::span<const double> rising_levels)
{
    Crossings result;
    Isolation isolation(f, tree, rising_levels, result);
    for (const Edge& edge : edges_of(tree))
        isolation.run(edge);
    return result;
}

} // namespace thalweg::contour
