#include "output/figures.hpp"

#include "core/error.hpp"
#include "figure/painter.hpp"
#include "film/limits.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace thalweg::output {

namespace {

class FigureFrames final : public film::FrameSource {
public:
    FigureFrames(
        figure::FigurePtr figure, const FilmLook& look, PixelSize size, int fps, double first_s)
        : figure_(std::move(figure))
        , palette_(look.palette)
        , painter_(figure_, palette_, size.width, size.height,
              look.background == Background::page ? canvas::Backing::page
                                                  : canvas::Backing::nothing)
        , fps_(fps)
        , first_s_(first_s)
    {
    }

    const Pixels& draw(int k, TileSet& changed) override
    {
        return painter_.draw(first_s_ + static_cast<double>(k) / fps_, changed);
    }

    std::vector<std::uint32_t> palette_hint() const override
    {
        return figure_->flat_colors(palette_);
    }

private:
    figure::FigurePtr figure_;
    const canvas::Palette& palette_;
    figure::Painter painter_;
    int fps_;
    double first_s_;
};

/// "a page of 40 mm x 22 mm", "a frame of 160x90 pixels"; an open height is left out.
std::string size_text(const canvas::Format& format, double width, double height)
{
    const auto millimetres = [&](double units) { return units * format.scale * 25.4 / 72; };
    const auto pixels = [&](double units) { return units * format.scale; };
    if (!format.is_page)
        return fmt::format("{:.0f}x{:.0f} pixels", std::ceil(pixels(width) - 0.01),
            std::ceil(pixels(height) - 0.01));
    const auto whole = [](double mm) { return std::ceil(mm - 0.01); };
    return height > 0 ? fmt::format(
               "{:.0f} mm x {:.0f} mm", whole(millimetres(width)), whole(millimetres(height)))
                      : fmt::format("{:.0f} mm width", whole(millimetres(width)));
}

std::string refusal_text(
    const Output& output, const canvas::Format& format, const figure::DoesNotFit& refusal)
{
    std::string message = fmt::format("{}: a {} of {} is too small for its text", output.file(),
        format.is_page ? "page" : "frame", size_text(format, format.width, format.height));
    if (refusal.needed_width > 0)
        message += fmt::format("; it needs at least {}",
            size_text(format, refusal.needed_width, refusal.needed_height));
    return message;
}

} // namespace

figure::FigurePtr figure_for(
    const Output& output, const Production& production, const canvas::Format& format, int jobs)
{
    try {
        return production.figure(format, jobs);
    } catch (const figure::DoesNotFit& refusal) {
        throw SceneError({{output.size_where(), refusal_text(output, format, refusal)}});
    }
}

std::vector<std::string> check_figure(const Output& output, const Production& production,
    const canvas::Format& format, int jobs, Problems& problems)
{
    try {
        return production.figure(format, jobs)->left_out();
    } catch (const figure::DoesNotFit& refusal) {
        problems.add(output.size_where(), refusal_text(output, format, refusal));
        return {};
    }
}

void require_encoder(const Output& output, const std::string& fault)
{
    if (!fault.empty())
        throw Error(Exit::output,
            fmt::format("{}: could not write {}: {}", output.where().text(), output.file(), fault));
}

film::FilmSpec film_of(figure::FigurePtr figure, const FilmLook& look, PixelSize size, int fps,
    int frames, double first_s)
{
    film::FilmSpec film{.width = size.width,
        .height = size.height,
        .fps = fps,
        .frames = frames,
        .source = [=]() -> std::unique_ptr<film::FrameSource> {
            return std::make_unique<FigureFrames>(figure, look, size, fps, first_s);
        }};
    if (look.background == Background::transparent)
        film.beneath = to_hex(look.palette.background);
    return film;
}

int frame_count(const Output& output, const Production& production, int fps)
{
    const double frames = std::max(1.0, std::round(production.timeline().duration_s() * fps));
    if (frames > film::kMaxFrames)
        throw LimitError(fmt::format("{} would have {} frames, more than the {} that a film may "
                                     "have; lower its \"fps\", or cut its \"duration\"",
            output.file(), frames, film::kMaxFrames));
    return static_cast<int>(frames);
}

} // namespace thalweg::output
