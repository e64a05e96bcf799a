#include "film/codecs.hpp"
#include "output/film_output.hpp"
#include "output/kinds.hpp"
#include "output/still_output.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace thalweg::output {

namespace {

class Webp final : public FilmOutput {
public:
    using FilmOutput::FilmOutput;

    std::string_view kind() const override { return "webp"; }

    std::vector<std::string> check(
        const Production& production, int jobs, Problems& problems) const override
    {
        require_encoder(*this, film::codecs().still_fault(film::StillCodec::webp));
        return FilmOutput::check(production, jobs, problems);
    }

    void write(const Production& production, const std::filesystem::path& target,
        const WriteOptions& options) const override
    {
        film::codecs().write_webp(
            target, film(production, options.jobs), jobs(options), options.progress);
    }

private:
    film::Footprint footprint() const override { return film::kWebpFootprint; }
};

class WebpStill final : public StillOutput {
public:
    using StillOutput::StillOutput;

    std::string_view kind() const override { return "webp"; }

    std::vector<std::string> check(
        const Production& production, int jobs, Problems& problems) const override
    {
        require_encoder(*this, film::codecs().still_fault(film::StillCodec::webp));
        return StillOutput::check(production, jobs, problems);
    }

    void write(const Production& production, const std::filesystem::path& target,
        const WriteOptions& options) const override
    {
        film::codecs().write_still(target, frame(production, options), 0, film::StillCodec::webp);
    }

private:
    film::Footprint footprint() const override { return film::kWebpFootprint; }
};

PixelSize read_size(Options& options)
{
    const PixelSize size
        = read_pixel_size(options, options.has("at") ? PixelSize{} : kAnimationSize, Parity::any);
    if (std::max(size.width, size.height) > film::kMaxWebpSide)
        options.refuse("size",
            fmt::format("size of a WebP must have at most {} pixels a side, not {}x{}",
                film::kMaxWebpSide, size.width, size.height));
    return size;
}

} // namespace

/// `at` makes it a picture.
OutputPtr make_webp(Options& options, const ReadContext&)
{
    const FileName file = read_file_name(options);
    const PixelSize size = read_size(options);
    const bool is_still = options.has("at");
    const int fps = read_fps(options, kAnimationFps);
    const std::optional<When> at = read_optional_when(options);
    if (is_still && options.has("fps"))
        options.refuse("fps", "give either \"at\", for a picture, or \"fps\", for a video");
    const Background background = read_background(options);
    if (is_still)
        return std::make_shared<WebpStill>(file, size, at.value_or(When{}), background);
    return std::make_shared<Webp>(file, size, fps, background);
}

} // namespace thalweg::output
