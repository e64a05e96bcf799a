#include "film/palette.hpp"

#include "core/interrupt.hpp"
#include "film/bgra.hpp"
#include "film/filters.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

namespace thalweg::film {

namespace {

constexpr int kColours = 255; ///< one entry of a GIF's 256 stays for "as before"
constexpr int kSamples = 16;
constexpr std::size_t kMaxExact = 192; ///< of the colours; the rest is for soft edges
constexpr std::int64_t kFlatShare = 2000; ///< a colour on one pixel of so many is flat

/// What a sample of frames tells of a film's colours.
struct Survey {
    std::unordered_map<std::uint32_t, std::int64_t> pixels; ///< by colour
    std::int64_t total = 0;
    std::vector<std::uint32_t> hint, generated;
};

Survey survey(const FilmSpec& film)
{
    Survey found;
    Filters filters(fmt::format("{},palettegen=max_colors={}:reserve_transparent=0,buffersink@out",
        Filters::source("in", film.width, film.height), kColours));
    const std::unique_ptr<FrameSource> source = film.source();
    found.hint = source->palette_hint();
    const int samples = std::min(kSamples, film.frames);
    for (int i = 0; i < samples; ++i) {
        check_interrupt();
        TileSet changed(film.width, film.height);
        const auto k = std::int64_t{film.frames - 1} * i / std::max(1, samples - 1);
        const av::Ptr<AVFrame> frame = to_bgra(source->draw(static_cast<int>(k), changed));
        for (int y = 0; y < film.height; ++y)
            for (const std::uint32_t pixel : bgra_row(*frame, y))
                ++found.pixels[pixel & 0xffffffU];
        frame->pts = i;
        filters.push("in", *frame);
    }
    found.total = std::int64_t{samples} * film.width * film.height;
    filters.close("in");
    const av::Ptr<AVFrame> palette = filters.pull();
    for (int y = 0; y < palette->height; ++y)
        for (const std::uint32_t pixel : bgra_row(*palette, y))
            found.generated.push_back(pixel & 0xffffffU);
    found.generated.resize(kColours);
    return found;
}

/// The colours that must not change: those of the scene that are seen, then the flat ones by their
/// area.
std::vector<std::uint32_t> exact_colours(const Survey& found)
{
    std::vector<std::uint32_t> exact;
    const auto add = [&](std::uint32_t colour) {
        if (exact.size() < kMaxExact && std::ranges::find(exact, colour) == exact.end())
            exact.push_back(colour);
    };
    for (const std::uint32_t colour : found.hint)
        if (found.pixels.contains(colour & 0xffffffU))
            add(colour & 0xffffffU);
    std::vector<std::pair<std::int64_t, std::uint32_t>> flat;
    for (const auto& [colour, count] : found.pixels)
        if (count * kFlatShare >= found.total)
            flat.emplace_back(-count, colour);
    std::ranges::sort(flat);
    for (const auto& [count, colour] : flat)
        add(colour);
    return exact;
}

int distance2(std::uint32_t a, std::uint32_t b)
{
    int sum = 0;
    for (const int shift : {16, 8, 0}) {
        const int d = static_cast<int>(a >> shift & 255U) - static_cast<int>(b >> shift & 255U);
        sum += d * d;
    }
    return sum;
}

} // namespace

std::vector<std::uint32_t> plan_palette(const FilmSpec& film)
{
    const Survey found = survey(film);
    std::vector<std::uint32_t> palette = found.generated;
    // Each exact colour takes the place of the nearest generated one that is still free.
    auto free_begin = palette.begin();
    for (const std::uint32_t colour : exact_colours(found)) {
        const auto nearest
            = std::min_element(free_begin, palette.end(), [&](std::uint32_t a, std::uint32_t b) {
                  return distance2(a, colour) < distance2(b, colour);
              });
        *nearest = *free_begin;
        *free_begin++ = colour;
    }
    return palette;
}

} // namespace thalweg::film
