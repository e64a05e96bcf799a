#include "contour/trace.hpp"

#include "contour/landing.hpp"
#include "contour/pieces.hpp"
#include "contour/smooth.hpp"
#include "contour/uncertified.hpp"
#include "core/parallel.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace thalweg::contour {

namespace {

// What is spent on a level that cannot be proven anyway: its curves end in a tangle, so that finer
// cells would give many more of them and not a better picture.
constexpr std::size_t kHopelessEffort = 1 << 12;

/// Places of the levels that can have curves, in rising order of the levels.
std::vector<std::size_t> rising_places(std::span<const double> levels)
{
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < levels.size(); ++i)
        if (std::isfinite(levels[i]))
            places.push_back(i);
    std::ranges::stable_sort(places, {}, [&](std::size_t i) { return levels[i]; });
    return places;
}

bool is_sound(const Box& b)
{
    return std::isfinite(b.x.lo + b.x.hi + b.y.lo + b.y.hi) && b.width() > 0 && b.height() > 0;
}

std::vector<double> levels_of(std::span<LevelSet* const> sets)
{
    std::vector<double> levels;
    for (const LevelSet* set : sets)
        levels.push_back(set->level);
    return levels;
}

class Tracing {
public:
    Tracing(const surface::Surface& f, const Box& domain, double tolerance, int jobs)
        : f_(f)
        , domain_(domain)
        , tolerance_(tolerance)
        , jobs_(jobs)
    {
    }

    /// Traces rising levels on one tree. Levels that are too hard for it are traced each on a tree
    /// of its own, so that none suffers from another one.
    void together(std::span<LevelSet* const> rising) const
    {
        if (rising.size() == 1)
            return alone(*rising[0]);
        Quadtree tree = build_quadtree(f_, domain_, levels_of(rising), tolerance_, {.jobs = jobs_});
        std::vector<LevelSet*> easy;
        for (std::size_t k = 0; k < rising.size(); ++k)
            if (tree.searches[k] == Search::done)
                easy.push_back(rising[k]);
            else if (tree.searches[k] == Search::hopeless && !tree.is_cut_short)
                finish_alone(tree_of_level(tree, static_cast<int>(k), kHopelessEffort), *rising[k]);
            else if (tree.searches[k] == Search::hopeless)
                finish_hopeless(*rising[k]);
            else
                alone(*rising[k]);
        drop_unfinished_levels(tree);
        Crossings crossings = find_crossings(f_, tree.cells, levels_of(easy), tolerance_, jobs_);
        if (!crossings.is_given_up)
            return finish(tree.cells, std::move(crossings), easy);
        for (LevelSet* const set : easy)
            alone(*set);
    }

private:
    void alone(LevelSet& set) const
    {
        const std::array level{set.level};
        const Quadtree tree = build_quadtree(f_, domain_, level, tolerance_, {.jobs = jobs_});
        if (tree.searches[0] != Search::done)
            return finish_hopeless(set);
        Crossings crossings = find_crossings(f_, tree.cells, level, tolerance_, jobs_);
        if (crossings.is_given_up)
            return finish_hopeless(set);
        finish(tree.cells, std::move(crossings), std::array{&set});
    }

    void finish_hopeless(LevelSet& set) const
    {
        const std::array level{set.level};
        finish_alone(build_quadtree(
                         f_, domain_, level, tolerance_, {.most = kHopelessEffort, .jobs = jobs_}),
            set);
    }

    /// On one thread, since crossings that are given up depend on the order of the edges.
    void finish_alone(const Quadtree& tree, LevelSet& set) const
    {
        const std::array level{set.level};
        finish(tree.cells, find_crossings(f_, tree.cells, level, tolerance_), std::array{&set});
    }

    /// The curves through crossings.
    void finish(
        std::span<const Cell> tree, Crossings crossings, std::span<LevelSet* const> rising) const
    {
        const std::vector<double> levels = levels_of(rising);
        std::vector<Chain> chains = link_chains(f_, tree, levels, crossings);
        drop_slivers(tree, tolerance_, chains);
        land_on_edge(f_, levels, tolerance_, chains);
        const Pieces pieces = split_at_cuts(std::move(chains));
        const DoubtfulLeaves doubtful(tree, crossings.unproven);
        std::vector<SmoothingEffort> efforts(rising.size());
        for_each_part(static_cast<int>(rising.size()), jobs_, [&](int level) {
            const auto k = static_cast<std::size_t>(level);
            LevelSet& to = *rising[k];
            const auto add = [&](const Chain& chain, std::vector<Ring>& rings) {
                if (chain.level != level)
                    return;
                const std::size_t lost = efforts[k].lost.size();
                Ring ring = smooth_ring(f_, tree, chain, to.level, tolerance_, efforts[k]);
                ring.certified
                    = f_.has_bounds() && efforts[k].lost.size() == lost && !doubtful.hold(chain);
                if (!ring.beziers.empty()) // a touch of the domain's edge may leave just a point
                    rings.push_back(std::move(ring));
            };
            for (const Chain& chain : pieces.curves)
                add(chain, to.rings);
            for (const Chain& chain : pieces.cuts)
                add(chain, to.cuts);
        });
        for (std::size_t k = 0; k < efforts.size(); ++k)
            for (const int leaf : efforts[k].lost)
                crossings.unproven.push_back(
                    {static_cast<int>(k), tree[static_cast<std::size_t>(leaf)].box});
        mark_uncertified(tree, crossings.unproven, rising);
    }

    const surface::Surface& f_;
    Box domain_;
    double tolerance_;
    int jobs_;
};

} // namespace

std::vector<LevelSet> trace_levels(const surface::Surface& f, const Box& domain,
    std::span<const double> levels, double tolerance, int jobs)
{
    std::vector<LevelSet> sets;
    for (const double level : levels)
        sets.push_back({.level = level, .certified = f.has_bounds() && is_sound(domain)});
    const std::vector<std::size_t> places = rising_places(levels);
    if (places.empty() || !is_sound(domain))
        return sets;
    std::vector<LevelSet*> rising;
    for (const std::size_t i : places)
        rising.push_back(&sets[i]);
    Tracing(f, domain, tolerance, jobs).together(rising);
    return sets;
}

} // namespace thalweg::contour
