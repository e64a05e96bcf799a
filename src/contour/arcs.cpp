#include "contour/arcs.hpp"

#include "contour/pairing.hpp"

#include <array>

namespace thalweg::contour {

namespace {

/// Place on the leaf's boundary: 0 to 4, counter-clockwise from the lower left corner.
double around(const Box& box, Vec2 p, int side)
{
    const double x = (p.x - box.x.lo) / box.width(), y = (p.y - box.y.lo) / box.height();
    return side + std::array{x, y, 1 - x, 1 - y}[static_cast<std::size_t>(side)];
}

Incidence seen_from(const Cell& cell, int at, const Crossing& c, int index)
{
    const bool is_before = c.before == at;
    const int side = c.horizontal ? (is_before ? 2 : 0) : (is_before ? 1 : 3);
    // Where f rises through the level along the counter-clockwise boundary, higher ground lies
    // ahead: left of a curve that goes out.
    Incidence seen{
        .cell = at, .level = c.level, .crossing = index, .leaving = c.rising == (side < 2)};
    seen.key = cell.shape == Shape::over_x ? c.p.x
        : cell.shape == Shape::over_y      ? c.p.y
                                           : around(cell.box, c.p, side);
    return seen;
}

/// Both sides of every crossing, sorted by leaf (in linear time), level and place.
std::vector<Incidence> incidences(std::span<const Cell> tree, std::span<const Crossing> crossings)
{
    std::vector<std::size_t> begin(tree.size() + 1);
    const auto each = [&](auto&& visit) {
        for (std::size_t i = 0; i < crossings.size(); ++i)
            for (const int at : {crossings[i].before, crossings[i].after})
                if (at != Edge::kOutside)
                    visit(static_cast<std::size_t>(at), i);
    };
    each([&](std::size_t cell, std::size_t) { ++begin[cell + 1]; });
    for (std::size_t i = 1; i < begin.size(); ++i)
        begin[i] += begin[i - 1];
    std::vector<Incidence> sorted(begin.back());
    std::vector<std::size_t> next(begin);
    each([&](std::size_t cell, std::size_t i) {
        sorted[next[cell]++]
            = seen_from(tree[cell], static_cast<int>(cell), crossings[i], static_cast<int>(i));
    });
    const auto in_order = [](const Incidence& a, const Incidence& b) {
        return a.level != b.level ? a.level < b.level : a.key < b.key;
    };
    for (std::size_t i = 0; i < tree.size(); ++i)
        if (begin[i + 1] - begin[i] > 1)
            std::sort(&sorted[begin[i]], sorted.data() + begin[i + 1], in_order);
    return sorted;
}

Chain follow(
    int start, std::span<const Crossing> crossings, Links& links, std::vector<bool>& is_used)
{
    Chain chain{.level = crossings[static_cast<std::size_t>(start)].level};
    for (int i = start; i != Links::kNone; i = links.at(i).next) {
        const auto at = static_cast<std::size_t>(i);
        chain.points.push_back({crossings[at].p, links.at(i).cell, crossings[at].is_cut});
        if (is_used[at]) {
            chain.closed = true;
            break;
        }
        is_used[at] = true;
    }
    return chain;
}

} // namespace

std::vector<Chain> link_chains(const surface::Surface& f, std::span<const Cell> tree,
    std::span<const double> levels, Crossings& crossings)
{
    Links links{std::vector<Links::Link>(crossings.found.size())};
    const std::vector<Incidence> all = incidences(tree, crossings.found);
    for (std::size_t i = 0, j = 0; i < all.size(); i = j) {
        while (j < all.size() && all[j].cell == all[i].cell && all[j].level == all[i].level)
            ++j;
        const Cell& cell = tree[static_cast<std::size_t>(all[i].cell)];
        const double level = levels[static_cast<std::size_t>(all[i].level)];
        if (!pair_up(f, cell, level, {&all[i], j - i}, links))
            crossings.unproven.push_back({all[i].level, cell.box, {all[i].cell, Edge::kOutside}});
    }
    std::vector<Chain> chains;
    std::vector<bool> is_used(crossings.found.size());
    const auto collect = [&](auto&& wanted) {
        for (std::size_t i = 0; i < is_used.size(); ++i)
            if (!is_used[i] && wanted(links.of[i]))
                chains.push_back(follow(static_cast<int>(i), crossings.found, links, is_used));
    };
    collect(
        [](const Links::Link& link) { return !link.is_reached; }); // open ones from their beginning
    collect([](const Links::Link&) { return true; });
    std::erase_if(chains, [](const Chain& chain) { return chain.points.size() < 2; });
    return chains;
}

} // namespace thalweg::contour
