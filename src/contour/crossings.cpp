#include "contour/crossings.hpp"

#include "contour/enclosure.hpp"
#include "contour/root.hpp"
#include "contour/turn.hpp"
#include "core/parallel.hpp"

#include <atomic>

namespace thalweg::contour {

namespace {

// How many times one edge is divided at most, and how deep: a level set along the edge would go on
// for ever. And how many times all edges are divided at most: some surfaces cross the level
// ever more often towards a pole.
constexpr int kMaxDivisions = 60, kMaxOfAll = 1 << 13;
constexpr int kMaxDepth = 40;
constexpr std::size_t kEdgesAPart = 512; // that one thread looks at in a row
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
        double tolerance, std::atomic<int>& of_all, Crossings& result)
        : f_(f)
        , tree_(tree)
        , levels_(levels)
        , tolerance_(tolerance)
        , of_all_(of_all)
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

    /// By the signs at the corners, where f may be undefined or may jump: all levels between them
    /// change sides in one direction, and those that one jump passes share it.
    void cross_unproven(Piece piece)
    {
        const auto is_between
            = [&](int k) { return is_high(piece.f_lo, k) != is_high(piece.f_hi, k); };
        while (piece.first < piece.last && !is_between(piece.first))
            ++piece.first;
        while (piece.first < piece.last && !is_between(piece.last - 1))
            --piece.last;
        if (piece.first < piece.last)
            halve(piece, {.whole = piece, .rises = is_high(piece.f_hi, piece.first)});
    }

    /// A piece of an edge, all of whose levels change sides along it.
    struct Halving {
        const Piece& whole;
        bool rises; ///< towards the end
    };

    /// Halves a piece until f is proven continuous there, or little is left.
    void halve(const Piece& piece, const Halving& halving)
    {
        if (piece.first == piece.last)
            return;
        const double at = piece.range.middle();
        if (!(piece.range.lo < at && at < piece.range.hi)
            || piece.range.width() <= kFinestUnproven * halving.whole.range.width())
            return cross_narrow(piece, halving);
        if (piece.depth % kStepsPerProof == 0 && std::isfinite(piece.f_lo)
            && std::isfinite(piece.f_hi)
            && f_.definedness(edge_->box(piece.range)) == Definedness::continuous)
            return cross(piece);
        const double v = value(at);
        // Levels below v are crossed before it where f rises, after it where f falls.
        int passed = piece.first;
        while (passed < piece.last && is_high(v, passed))
            ++passed;
        Piece low = piece, high = piece;
        low.depth = high.depth = piece.depth + 1;
        low.range.hi = high.range.lo = at;
        low.f_hi = high.f_lo = v;
        (halving.rises ? low.last : low.first) = passed;
        (halving.rises ? high.first : high.last) = passed;
        halve(low, halving);
        halve(high, halving);
    }

    /// Between two points next to each other: a jump or the border of what is defined, or a slope
    /// too steep to tell.
    void cross_narrow(const Piece& piece, const Halving& halving)
    {
        const double change = std::abs(halving.whole.f_hi - halving.whole.f_lo);
        const bool is_cut = f_.definedness(edge_->box(piece.range)) != Definedness::continuous
            && !(std::isfinite(change) && std::abs(piece.f_hi - piece.f_lo) <= kJump * change);
        for (int k = piece.first; k < piece.last; ++k) {
            add(k, halving.rises ? piece.range.hi : piece.range.lo, halving.rises);
            result_.found.back().is_cut = is_cut;
        }
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
    std::atomic<int>& of_all_; ///< divisions, on all threads
    Crossings& result_;
    const Edge* edge_ = nullptr;
    int divisions_ = 0;
};

} // namespace

Crossings find_crossings(const surface::Surface& f, std::span<const Cell> tree,
    std::span<const double> rising_levels, double tolerance, int jobs)
{
    const std::vector<Edge> edges = edges_of(tree);
    std::vector<Crossings> parts((edges.size() + kEdgesAPart - 1) / kEdgesAPart);
    std::atomic<int> divisions = 0;
    for_each_part(static_cast<int>(parts.size()), jobs, [&](int part) {
        const std::size_t first = static_cast<std::size_t>(part) * kEdgesAPart;
        Isolation isolation(
            f, tree, rising_levels, tolerance, divisions, parts[static_cast<std::size_t>(part)]);
        for (const Edge& edge :
            std::span(edges).subspan(first, std::min(kEdgesAPart, edges.size() - first)))
            isolation.run(edge);
    });
    Crossings all;
    for (const Crossings& part : parts) {
        all.found.insert(all.found.end(), part.found.begin(), part.found.end());
        all.unproven.insert(all.unproven.end(), part.unproven.begin(), part.unproven.end());
        all.is_given_up = all.is_given_up || part.is_given_up;
    }
    return all;
}

} // namespace thalweg::contour
