#include "contour/crossings.hpp"

#include "contour/enclosure.hpp"
#include "contour/root.hpp"
#include "contour/turn.hpp"

#include <optional>

namespace thalweg::contour {

namespace {

// How many times one edge is divided at most, and how deep: a level set along the edge would go on
// for ever. And how many times all edges are divided at most: some surfaces cross the level
// ever more often towards a pole.
constexpr int kMaxDivisions = 60, kMaxOfAll = 1 << 13;
constexpr int kMaxDepth = 40;
// Where no proof tells a jump from a steep slope: values at next to the same point that differ by
// more than this share of their change along the edge.
constexpr double kJump = 1e-6;
// There, places are found to this share of the edge by halving it; a proof for what is left, after
// which fewer values do, is tried after every few halvings.
constexpr double kFinestUnproven = 1e-9;
constexpr int kStepsPerProof = 3;
// In so many parts of an edge between stuck leaves f may turn.
constexpr int kParts = 4;

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
        double tolerance, Crossings& result)
        : f_(f)
        , tree_(tree)
        , levels_(levels)
        , tolerance_(tolerance)
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
        if (is_monotone(edge.before) || is_monotone(edge.after))
            cross_proven(whole);
        else if (is_proven(edge.before) || is_proven(edge.after))
            isolate(whole);
        else if (is_continuous(edge.before) || is_continuous(edge.after))
            cross_unresolved(whole);
        else
            cross_unproven(whole);
    }

private:
    double level(int k) const { return levels_[static_cast<std::size_t>(k)]; }
    double value(double along) const { return f_.value(edge_->point(along)); }
    const Cell& cell(int at) const { return tree_[static_cast<std::size_t>(at)]; }
    bool is_continuous(int at) const { return at != Edge::kOutside && cell(at).is_continuous(); }
    bool is_proven(int at) const { return is_continuous(at) && cell(at).shape != Shape::stuck; }
    bool is_high(double v, int k) const { return v >= level(k); }
    bool is_monotone(int at) const
    {
        return at != Edge::kOutside && (edge_->horizontal ? cell(at).sign_x : cell(at).sign_y) != 0;
    }

    /// Drops the levels that an enclosure excludes; is f monotone along the piece, or no level
    /// left?
    bool is_decided(Piece& piece, const Enclosure& e) const
    {
        while (piece.first < piece.last && level(piece.first) < e.value.lo)
            ++piece.first;
        while (piece.first < piece.last && level(piece.last - 1) > e.value.hi)
            --piece.last;
        return piece.first == piece.last
            || (is_finite(e.value) && sign_of(edge_->horizontal ? e.x : e.y) != 0);
    }

    void isolate(Piece piece)
    {
        const Box box = edge_->box(piece.range);
        const Jet<Interval> over = f_.bound_jet(box);
        if (is_decided(piece, natural(over)) || is_decided(piece, tightened(f_, box, over)))
            return cross_proven(piece);
        if (piece.depth == kMaxDepth || ++divisions_ > kMaxDivisions || ++of_all_ > kMaxOfAll) {
            result_.is_given_up = result_.is_given_up || of_all_ > kMaxOfAll;
            for (int k = piece.first; k < piece.last; ++k)
                leave_unproven(piece, k);
            return cross(piece);
        }
        Piece low = piece, high = piece;
        low.depth = high.depth = piece.depth + 1;
        low.range.hi = high.range.lo = piece.range.middle();
        low.f_hi = high.f_lo = value(piece.range.middle());
        isolate(low);
        isolate(high);
    }

    void cross_proven(const Piece& piece)
    {
        if (piece.first == piece.last)
            return;
        for (const double end : {piece.range.lo, piece.range.hi})
            check_side(piece, end);
        cross(piece);
    }

    /// Rounding may put an end on the wrong side of a level. Nothing is proven then, unless the
    /// level set passes by so near that it does not matter.
    void check_side(const Piece& piece, double end)
    {
        const Vec2 p = edge_->point(end);
        const Interval at = bound_at(f_, p);
        for (int k = piece.first; k < piece.last; ++k) {
            if (!at.contains(level(k)))
                continue;
            const Vec2 g = f_.slope(p).gradient;
            if (!is_resolved(at, std::abs(edge_->horizontal ? g.x : g.y), tolerance_))
                leave_unproven(piece, k);
        }
    }

    /// One crossing for each level that the ends enclose.
    void cross(const Piece& piece)
    {
        for (int k = piece.first; k < piece.last; ++k) {
            const bool rises = is_high(piece.f_hi, k);
            if (is_high(piece.f_lo, k) != rises)
                add(k, root_between(piece.range, k, piece.f_lo, piece.f_hi), rises);
        }
    }

    double root_between(Range range, int k, double f_lo, double f_hi) const
    {
        return find_root([&](double t) { return value(t) - level(k); }, range.lo, range.hi,
            f_lo - level(k), f_hi - level(k));
    }

    /// Between stuck leaves: by the signs at the corners, and beside turns of f, so that a curve
    /// and its neighbour nearer than the leaves are both found.
    void cross_unresolved(const Piece& whole)
    {
        Piece part = whole;
        for (int i = 1; i <= kParts && whole.first < whole.last; ++i) {
            part.range.hi = i < kParts ? whole.range.at(double(i) / kParts) : whole.range.hi;
            part.f_hi = i < kParts ? value(part.range.hi) : whole.f_hi;
            Piece rest = part;
            if (const auto turn = find_turn(f_, edge_->point(part.range.lo),
                    edge_->point(part.range.hi), level(whole.first), level(whole.last - 1))) {
                Piece before = part;
                before.range.hi = rest.range.lo = part.range.at(turn->share);
                before.f_hi = rest.f_lo = turn->value;
                cross(before);
            }
            cross(rest);
            part.range.lo = part.range.hi;
            part.f_lo = part.f_hi;
        }
    }

    /// By the signs at the corners, where f may be undefined or may jump. Levels that one jump
    /// passes share it.
    void cross_unproven(const Piece& piece)
    {
        std::optional<Bracket> last;
        for (int k = piece.first; k < piece.last; ++k) {
            const bool rises = is_high(piece.f_hi, k);
            if (is_high(piece.f_lo, k) == rises)
                continue;
            const bool is_shared = last && last->is_cut && is_high(last->f_lo, k) != rises
                && is_high(last->f_hi, k) == rises;
            if (!is_shared)
                last = bracket(piece, k, rises);
            add(k, rises ? last->range.hi : last->range.lo, rises);
            result_.found.back().is_cut = last->is_cut;
        }
    }

    /// Two points next to each other between which f changes sides.
    struct Bracket {
        Range range;
        double f_lo = 0, f_hi = 0;
        bool is_cut = false;
    };

    Bracket bracket(const Piece& piece, int k, bool rises) const
    {
        Bracket b{.range = piece.range, .f_lo = piece.f_lo, .f_hi = piece.f_hi};
        const double finest = kFinestUnproven * piece.range.width();
        int step = 0;
        for (double at = b.range.middle();
             b.range.lo < at && at < b.range.hi && b.range.width() > finest;
             at = b.range.middle()) {
            if (step++ % kStepsPerProof == 0 && std::isfinite(b.f_lo) && std::isfinite(b.f_hi)
                && f_.definedness(edge_->box(b.range)) == Definedness::continuous) {
                const double root = root_between(b.range, k, b.f_lo, b.f_hi);
                return {.range = {root, root}};
            }
            const double v = value(at);
            if (is_high(v, k) == rises)
                b.range.hi = at, b.f_hi = v;
            else
                b.range.lo = at, b.f_lo = v;
        }
        const double change = std::abs(piece.f_hi - piece.f_lo);
        b.is_cut = f_.definedness(edge_->box(b.range)) != Definedness::continuous
            && !(std::isfinite(change) && std::abs(b.f_hi - b.f_lo) <= kJump * change);
        return b;
    }

    void add(int k, double at, bool rises)
    {
        result_.found.push_back({.p = edge_->point(at),
            .level = k,
            .horizontal = edge_->horizontal,
            .rising = rises,
            .before = edge_->before,
            .after = edge_->after});
    }

    void leave_unproven(const Piece& piece, int k)
    {
        result_.unproven.push_back({k, edge_->box(piece.range), {edge_->before, edge_->after}});
    }

    const surface::Surface& f_;
    std::span<const Cell> tree_;
    std::span<const double> levels_;
    double tolerance_;
    Crossings& result_;
    const Edge* edge_ = nullptr;
    int divisions_ = 0, of_all_ = 0;
};

} // namespace

Crossings find_crossings(const surface::Surface& f, std::span<const Cell> tree,
    std::span<const double> rising_levels, double tolerance)
{
    Crossings result;
    Isolation isolation(f, tree, rising_levels, tolerance, result);
    for (const Edge& edge : edges_of(tree))
        isolation.run(edge);
    return result;
}

} // namespace thalweg::contour
