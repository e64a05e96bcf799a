#include "film/animation.hpp"

#include "film/chunks.hpp"
#include "film/in_order.hpp"
#include "film/straight.hpp"

#include <algorithm>

namespace thalweg::film {

namespace {

/// Draws frames and finds what differs from the one drawn before, on one thread.
class Patches {
public:
    explicit Patches(const FilmSpec& film)
        : source_(film.source())
        , changed_(film.width, film.height)
        , shown_(film.width, film.height)
        , opaque_(film.beneath ? 0 : 0xff000000U)
    {
    }

    /// What leads from the frame drawn before to this one.
    Patch next(int k)
    {
        const Pixels& drawn = draw(k);
        const PixelRect part = difference(drawn);
        Patch patch{.x = part.x,
            .y = part.y,
            .pixels = Pixels(part.width, part.height),
            .leaves_transparent = can_leave(drawn, part)};
        fill(patch, drawn);
        return patch;
    }

    /// All of this frame.
    Patch whole(int k)
    {
        const Pixels& drawn = draw(k);
        Patch patch{.pixels = Pixels(drawn.width(), drawn.height())};
        fill(patch, drawn);
        return patch;
    }

private:
    const Pixels& draw(int k)
    {
        changed_.clear();
        return source_->draw(k, changed_);
    }

    /// A pixel with alpha; the program draws opaque films without.
    std::uint32_t full(std::uint32_t pixel) const { return pixel | opaque_; }

    /// The smallest rectangle with all pixels that differ; WebP wants it to begin at even ones.
    PixelRect difference(const Pixels& drawn) const
    {
        int left = drawn.width(), top = drawn.height(), right = 0, bottom = 0;
        changed_.for_each([&](const PixelRect& tile) {
            for (int y = tile.y; y < tile.y + tile.height; ++y)
                for (int x = tile.x; x < tile.x + tile.width; ++x) {
                    const auto i = static_cast<std::size_t>(x);
                    if (full(drawn.row(y)[i]) == shown_.row(y)[i])
                        continue;
                    left = std::min(left, x), right = std::max(right, x + 1);
                    top = std::min(top, y), bottom = std::max(bottom, y + 1);
                }
        });
        if (left >= right)
            return {0, 0, 1, 1};
        left -= left % 2, top -= top % 2;
        return {left, top, right - left, bottom - top};
    }

    /// Only opaque pixels can hide those below them.
    bool can_leave(const Pixels& drawn, const PixelRect& part) const
    {
        for (int y = part.y; y < part.y + part.height; ++y)
            for (int x = part.x; x < part.x + part.width; ++x) {
                const auto i = static_cast<std::size_t>(x);
                const std::uint32_t pixel = full(drawn.row(y)[i]);
                if (pixel != shown_.row(y)[i] && pixel >> 24 != 255)
                    return false;
            }
        return true;
    }

    /// From now on what was drawn is shown.
    void fill(Patch& patch, const Pixels& drawn)
    {
        for (int y = 0; y < patch.pixels.height(); ++y)
            for (int x = 0; x < patch.pixels.width(); ++x) {
                const auto i = static_cast<std::size_t>(patch.x + x);
                const std::uint32_t pixel = full(drawn.row(patch.y + y)[i]);
                std::uint32_t& shown = shown_.row(patch.y + y)[i];
                patch.pixels.row(y)[static_cast<std::size_t>(x)]
                    = patch.leaves_transparent && pixel == shown ? 0 : straight(pixel, 0);
                shown = pixel;
            }
    }

    std::unique_ptr<FrameSource> source_;
    TileSet changed_;
    Pixels shown_;
    std::uint32_t opaque_;
};

} // namespace

/// Each chunk begins with what leads to it from the frame before, which its thread draws too.
void encode_patches(const FilmSpec& film, int jobs, const Progress& progress,
    const EncodePatch& encode, const std::function<void(const std::string&)>& take)
{
    const Chunks chunks(film.frames, film.fps);
    FrameCounter counter(progress, film.frames);
    using Work = InOrder<std::string>;
    const auto maker = [&]() -> Work::Make {
        const auto patches = std::make_shared<Patches>(film);
        return [&, patches](int chunk) {
            const int begin = chunks.begin(chunk);
            if (begin > 0)
                patches->whole(begin - 1);
            std::string bytes;
            for (int k = begin; k < chunks.begin(chunk + 1); ++k) {
                check_interrupt();
                bytes += encode(k, k == 0 ? patches->whole(k) : patches->next(k));
                counter.count_one();
            }
            return bytes;
        };
    };
    Work::run(chunks.count(), jobs, maker, [&](int, const std::string& bytes) { take(bytes); });
}

} // namespace thalweg::film
