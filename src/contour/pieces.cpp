#include "contour/pieces.hpp"

#include <algorithm>

namespace thalweg::contour {

namespace {

/// Is f at another height than the level between point i of a chain and the next one?
bool is_cut(const Chain& chain, std::size_t i)
{
    return chain.points[i].is_cut && chain.points[i + 1].is_cut;
}

/// Lets a closed chain begin where a level curve turns into a cut, or a cut into a level curve.
void begin_at_turn(Chain& chain)
{
    const std::size_t links = chain.points.size() - 1;
    std::size_t start = 0;
    for (std::size_t i = 1; i < links && start == 0; ++i)
        if (is_cut(chain, i) != is_cut(chain, i - 1))
            start = i;
    if (start == 0)
        return;
    chain.points.pop_back();
    std::rotate(chain.points.begin(), chain.points.begin() + static_cast<std::ptrdiff_t>(start),
        chain.points.end());
    chain.points.push_back(chain.points.front());
    chain.closed = false;
}

void split(Chain chain, Pieces& out)
{
    if (chain.closed)
        begin_at_turn(chain);
    const std::size_t links = chain.points.size() - 1;
    for (std::size_t i = 0, j = 0; i < links; i = j) {
        for (j = i + 1; j < links && is_cut(chain, j) == is_cut(chain, i);)
            ++j;
        Chain piece{.level = chain.level, .closed = chain.closed};
        piece.points.assign(chain.points.begin() + static_cast<std::ptrdiff_t>(i),
            chain.points.begin() + static_cast<std::ptrdiff_t>(j) + 1);
        (is_cut(chain, i) ? out.cuts : out.curves).push_back(std::move(piece));
    }
}

double area(const Chain& chain)
{
    double sum = 0;
    for (std::size_t i = 1; i < chain.points.size(); ++i)
        sum += cross(
            chain.points[i - 1].p - chain.points[0].p, chain.points[i].p - chain.points[0].p);
    return 0.5 * sum;
}

double length(const Chain& chain)
{
    double sum = 0;
    for (std::size_t i = 1; i < chain.points.size(); ++i)
        sum += distance(chain.points[i - 1].p, chain.points[i].p);
    return sum;
}

} // namespace

Pieces split_at_cuts(std::vector<Chain> chains)
{
    Pieces pieces;
    for (Chain& chain : chains) {
        if (std::ranges::any_of(chain.points, &ChainPoint::is_cut))
            split(std::move(chain), pieces);
        else
            pieces.curves.push_back(std::move(chain));
    }
    return pieces;
}

void drop_slivers(std::span<const Cell> tree, double tolerance, std::vector<Chain>& chains)
{
    // The size of the largest unproven cell that a chain passes through.
    const auto unproven_size = [&](const Chain& chain) {
        double size = 0;
        for (const ChainPoint& point : chain.points) {
            const Cell& cell = tree[static_cast<std::size_t>(point.cell)];
            if (cell.shape == Shape::stuck)
                size = std::max({size, cell.box.width(), cell.box.height()});
        }
        return size;
    };
    std::erase_if(chains, [&](const Chain& chain) {
        const double thinnest = std::min(tolerance, unproven_size(chain));
        return chain.closed && thinnest > 0
            && 2 * std::abs(area(chain)) <= thinnest * length(chain);
    });
}

} // namespace thalweg::contour
