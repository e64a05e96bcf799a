#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

namespace thalweg {

/// A rectangle of whole pixels.
struct PixelRect {
    int x = 0, y = 0, width = 0, height = 0;
};

/// What two rectangles have in common; empty where they do not meet.
constexpr PixelRect common(const PixelRect& a, const PixelRect& b)
{
    const int x = std::max(a.x, b.x), y = std::max(a.y, b.y);
    return {x, y, std::max(0, std::min(a.x + a.width, b.x + b.width) - x),
        std::max(0, std::min(a.y + a.height, b.y + b.height) - y)};
}

/// Which tiles of a picture something touched. Tiles are 32 pixels a side, cut off at the right and
/// lower edges.
class TileSet {
public:
    static constexpr int kSide = 32;

    TileSet() = default;
    TileSet(int width_px, int height_px)
        : width_(width_px)
        , height_(height_px)
        , columns_((width_px + kSide - 1) / kSide)
        , rows_((height_px + kSide - 1) / kSide)
        , touched_(static_cast<std::size_t>(columns_ * rows_), 0)
    {
    }

    /// Adds every tile that the rectangle (in pixels, any numbers) meets.
    void add(double x0, double y0, double x1, double y1)
    {
        if (!(x0 < width_ && x1 > 0 && y0 < height_ && y1 > 0))
            return;
        const auto tile = [](double v, int size) {
            return static_cast<int>(std::clamp(v, 0.0, size - 1.0)) / kSide;
        };
        for (int r = tile(y0, height_); r <= tile(y1, height_); ++r)
            for (int c = tile(x0, width_); c <= tile(x1, width_); ++c)
                touched_[static_cast<std::size_t>(r * columns_ + c)] = 1;
    }
    void add_all() { std::ranges::fill(touched_, char{1}); }
    void add(const TileSet& other)
    {
        for (std::size_t i = 0; i < touched_.size(); ++i)
            touched_[i] |= other.touched_[i];
    }
    void clear() { std::ranges::fill(touched_, char{0}); }
    int count() const { return static_cast<int>(std::ranges::count(touched_, char{1})); }

    /// Calls visit(PixelRect) for each touched tile, row by row.
    template <class Visit>
    void for_each(Visit visit) const
    {
        for (int r = 0; r < rows_; ++r)
            for (int c = 0; c < columns_; ++c)
                if (touched_[static_cast<std::size_t>(r * columns_ + c)])
                    visit(PixelRect{c * kSide, r * kSide, std::min(kSide, width_ - c * kSide),
                        std::min(kSide, height_ - r * kSide)});
    }

private:
    int width_ = 0, height_ = 0, columns_ = 0, rows_ = 0;
    std::vector<char> touched_;
};

} // namespace thalweg
