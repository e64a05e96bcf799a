#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace thalweg::film {

/// Which macroblocks (16 pixels a side, cut off at the right and lower edges) of a picture are the
/// same as in the picture before it.
class Macroblocks {
public:
    static constexpr int kSide = 16;

    Macroblocks(int width_px, int height_px)
        : columns_((width_px + kSide - 1) / kSide)
        , still_(static_cast<std::size_t>(columns_)
                  * static_cast<std::size_t>((height_px + kSide - 1) / kSide),
              0)
    {
    }

    void set_all_still() { std::ranges::fill(still_, std::uint8_t{1}); }
    void set_all_moving() { std::ranges::fill(still_, std::uint8_t{0}); }
    /// The macroblock that holds the pixel differs.
    void set_moving(int x_px, int y_px)
    {
        still_[static_cast<std::size_t>(y_px / kSide * columns_ + x_px / kSide)] = 0;
    }

    bool all_still() const { return std::ranges::find(still_, 0) == still_.end(); }
    /// 1 for still, 0 for moving; row by row.
    std::span<const std::uint8_t> flags() const { return still_; }

private:
    int columns_;
    std::vector<std::uint8_t> still_;
};

} // namespace thalweg::film
