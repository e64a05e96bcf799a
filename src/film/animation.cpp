#include "film/animation.hpp"

#include "film/chunks.hpp"
#include "film/in_order.hpp"

#include <algorithm>

namespace thalweg::film {

namespace {

/// Finds what differs between one frame and the next, on one thread.
class Changes {
public:
    explicit Changes(const FilmSpec& film)
        : source_(film.source())
        , changed_(film.width, film.height)
        , shown_(film.width, film.height)
        , meaningful_(film.beneath ? 0xffffffffU : 0x00ffffffU)
    {
    }

    /// Draws a frame.
    ///
    /// Returns  the rectangle that differs from the frame drawn before
    PixelRect draw(int k)
    {
        changed_.clear();
        const Pixels& pixels = source_->draw(k, changed_);
        left_ = pixels.width(), top_ = pixels.height(), right_ = bottom_ = 0;
        changed_.for_each([&](const PixelRect& tile) { take(pixels, tile); });
        if (left_ >= right_)
            return {0, 0, 1, 1};
        return {left_, top_, right_ - left_, bottom_ - top_};
    }

    /// The frame drawn last.
    const Pixels& shown() const { return shown_; }

private:
    void take(const Pixels& pixels, const PixelRect& tile)
    {
        for (int y = tile.y; y < tile.y + tile.height; ++y)
            for (int x = tile.x; x < tile.x + tile.width; ++x) {
                const std::uint32_t pixel
                    = pixels.row(y)[static_cast<std::size_t>(x)] & meaningful_;
                std::uint32_t& shown = shown_.row(y)[static_cast<std::size_t>(x)];
                if (pixel == shown)
                    continue;
                shown = pixel;
                left_ = std::min(left_, x), right_ = std::max(right_, x + 1);
                top_ = std::min(top_, y), bottom_ = std::max(bottom_, y + 1);
            }
    }

    std::unique_ptr<FrameSource> source_;
    TileSet changed_;
    Pixels shown_;
    std::uint32_t meaningful_; ///< bits of a pixel
    int left_ = 0, top_ = 0, right_ = 0, bottom_ = 0;
};

} // namespace

/// Each chunk but the first begins by drawing the frame before it, so that it knows what differs.
void encode_changes(const FilmSpec& film, int jobs, const Progress& progress,
    const EncodeChange& encode, const std::function<void(const std::string&)>& take)
{
    const Chunks chunks(film.frames, film.fps);
    FrameCounter counter(progress, film.frames);
    using Work = InOrder<std::string>;
    const auto maker = [&]() -> Work::Make {
        const auto changes = std::make_shared<Changes>(film);
        return [&, changes](int chunk) {
            std::string bytes;
            if (chunk > 0)
                changes->draw(chunks.begin(chunk) - 1);
            for (int k = chunks.begin(chunk); k < chunks.begin(chunk + 1); ++k) {
                check_interrupt();
                const PixelRect changed = changes->draw(k);
                const PixelRect whole{0, 0, film.width, film.height};
                bytes += encode(k, changes->shown(), k == 0 ? whole : changed);
                counter.count_one();
            }
            return bytes;
        };
    };
    Work::run(chunks.count(), jobs, maker, [&](int, const std::string& bytes) { take(bytes); });
}

} // namespace thalweg::film
