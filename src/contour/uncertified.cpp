#include "contour/uncertified.hpp"

#include <algorithm>

namespace thalweg::contour {

namespace {

/// The places of one level on a raster of the domain, where neighbouring pixels become one.
class Raster {
public:
    explicit Raster(const Box& domain)
        : domain_(domain)
    {
    }

    void add(const Box& place)
    {
        if (pixels_.empty())
            pixels_.resize(kSize * kSize);
        const Vec2 low = {place.x.lo, place.y.lo}, high = {place.x.hi, place.y.hi};
        for (std::size_t y = index(low.y, domain_.y); y <= index(high.y, domain_.y); ++y)
            for (std::size_t x = index(low.x, domain_.x); x <= index(high.x, domain_.x); ++x)
                add_to(pixels_[y * kSize + x], {place.center(), place});
    }

    /// Every group of pixels that touch, from the lower left.
    std::vector<UncertifiedPoint> groups()
    {
        std::vector<UncertifiedPoint> found;
        for (std::size_t i = 0; i < pixels_.size(); ++i)
            if (pixels_[i].is_taken)
                found.push_back(take_group(i));
        return found;
    }

private:
    static constexpr std::size_t kSteps = 64,
                                 kSize = kSteps + 3; // with a margin for the neighbours
    struct Pixel {
        UncertifiedPoint point{};
        bool is_taken = false;
    };

    static std::size_t index(double v, Range range)
    {
        return 1 + static_cast<std::size_t>(kSteps * (v - range.lo) / range.width());
    }

    static void add_to(Pixel& pixel, const UncertifiedPoint& point)
    {
        if (pixel.is_taken)
            pixel.point.extent = hull(pixel.point.extent, point.extent);
        else
            pixel = {point, true};
    }

    UncertifiedPoint take_group(std::size_t first)
    {
        UncertifiedPoint group = pixels_[first].point;
        std::vector<std::size_t> waiting{first};
        pixels_[first].is_taken = false;
        while (!waiting.empty()) {
            const std::size_t at = waiting.back();
            waiting.pop_back();
            group.extent = hull(group.extent, pixels_[at].point.extent);
            for (const std::size_t row : {at - kSize, at, at + kSize})
                for (const std::size_t i : {row - 1, row, row + 1})
                    if (pixels_[i].is_taken) {
                        pixels_[i].is_taken = false;
                        waiting.push_back(i);
                    }
        }
        return group;
    }

    Box domain_;
    std::vector<Pixel> pixels_;
};

} // namespace

void mark_uncertified(
    std::span<const Cell> tree, std::span<const Unproven> unproven, std::span<LevelSet* const> sets)
{
    std::vector<Raster> rasters(sets.size(), Raster(tree.front().box));
    for (const Cell& cell : tree)
        if (cell.shape == Shape::stuck)
            for (int k = cell.first_curve; k < cell.last; ++k)
                rasters[static_cast<std::size_t>(k)].add(cell.box);
    for (const Unproven& place : unproven)
        rasters[static_cast<std::size_t>(place.level)].add(place.extent);
    for (std::size_t k = 0; k < sets.size(); ++k) {
        sets[k]->uncertified = rasters[k].groups();
        sets[k]->certified = sets[k]->certified && sets[k]->uncertified.empty();
    }
}

DoubtfulLeaves::DoubtfulLeaves(std::span<const Cell> tree, std::span<const Unproven> unproven)
    : tree_(tree)
{
    for (const Unproven& place : unproven)
        for (const int leaf : place.leaves)
            if (leaf != Edge::kOutside)
                beside_.emplace_back(place.level, leaf);
    std::ranges::sort(beside_);
}

bool DoubtfulLeaves::hold(const Chain& chain) const
{
    const auto is_doubtful = [&](const ChainPoint& point) {
        return point.cell != Edge::kOutside
            && (tree_[static_cast<std::size_t>(point.cell)].shape == Shape::stuck
                || std::ranges::binary_search(beside_, std::pair(chain.level, point.cell)));
    };
    return std::ranges::any_of(chain.points, is_doubtful);
}

} // namespace thalweg::contour
