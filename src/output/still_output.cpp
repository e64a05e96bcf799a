#include "output/still_output.hpp"

#include <fmt/format.h>

namespace thalweg::output {

StillOutput::StillOutput(const FileName& file, PixelSize size, When at, Background background)
    : Output(file)
    , size_(size)
    , at_(at)
    , background_(background)
{
}

std::string StillOutput::describe() const
{
    return fmt::format("{}x{}{}", size_.width, size_.height,
        background_ == Background::transparent ? ", transparent" : "");
}

std::vector<std::string> StillOutput::check(
    const Production& production, int jobs, Problems& problems) const
{
    film::affordable_jobs(
        where().text() + ": " + file(), size_.width, size_.height, footprint(), 1);
    return check_figure(*this, production, format(), jobs, problems);
}

film::FilmSpec StillOutput::frame(const Production& production, const WriteOptions& options) const
{
    return film_of(figure_for(*this, production, format(), options.jobs),
        {production.palette(canvas::Theme::dark), background_}, size_, 1, 1,
        production.timeline().time_of(options.at.value_or(at_)));
}

} // namespace thalweg::output
