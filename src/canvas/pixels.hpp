#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace thalweg {

/// A picture of 32-bit pixels as Cairo keeps them (CAIRO_FORMAT_RGB24): B, G, R, unused, in memory
/// order on x86 and ARM.
class Pixels {
public:
    Pixels() = default;
    Pixels(int width, int height)
        : width_(width)
        , height_(height)
        , data_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height))
    {
    }

    int width() const { return width_; }
    int height() const { return height_; }
    int stride_bytes() const { return width_ * 4; }
    std::uint8_t* bytes() { return reinterpret_cast<std::uint8_t*>(data_.data()); }
    const std::uint8_t* bytes() const
    {
        return reinterpret_cast<const std::uint8_t*>(data_.data());
    }
    std::span<std::uint32_t> row(int y)
    {
        return {data_.data() + offset(y), static_cast<std::size_t>(width_)};
    }
    std::span<const std::uint32_t> row(int y) const
    {
        return {data_.data() + offset(y), static_cast<std::size_t>(width_)};
    }

    friend bool operator==(const Pixels&, const Pixels&) = default;

private:
    std::size_t offset(int y) const
    {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width_);
    }

    int width_ = 0, height_ = 0;
    std::vector<std::uint32_t> data_;
};

} // namespace thalweg
