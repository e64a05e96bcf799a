#include "contour/uncertified.hpp"

namespace thalweg::contour {

namespace {

/// A raster of the domain with the pixels that hold a place already.
class Raster {
public:
    /// False where the pixel of a place or one beside it is taken.
    bool take(const Box& domain, Vec2 at)
    {
        if (taken_.empty())
            taken_.resize(kSize * kSize);
        const std::size_t i = index(at.x, domain.x), j = index(at.y, domain.y);
        for (const std::size_t y : {j - 1, j, j + 1})
            for (const std::size_t x : {i - 1, i, i + 1})
                if (taken_[y * kSize + x])
                    return false;
        return taken_[j * kSize + i] = true;
    }

private:
    static constexpr std::size_t kSteps = 64,
                                 kSize = kSteps + 3; // with a margin for the neighbours

    static std::size_t index(double v, Range range)
    {
        return 1 + static_cast<std::size_t>(kSteps * (v - range.lo) / range.width());
    }

    std::vector<bool> taken_;
};

} // namespace

void mark_uncertified(std::span<const Cell> tree, std::span<const UncertifiedPoint> uncertified,
    std::span<LevelSet* const> sets)
{
    const Box& domain = tree.front().box;
    std::vector<Raster> rasters(sets.size());
    const auto note = [&](int level, Vec2 at) {
        const auto k = static_cast<std::size_t>(level);
        sets[k]->certified = false;
        if (rasters[k].take(domain, at))
            sets[k]->uncertified_at.push_back(at);
    };
    for (const Cell& cell : tree)
        if (cell.shape == Shape::stuck)
            for (int k = cell.first; k < cell.last; ++k)
                note(k, cell.box.center());
    for (const UncertifiedPoint& doubt : uncertified)
        note(doubt.level, doubt.at);
}

} // namespace thalweg::contour
