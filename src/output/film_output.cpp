#include "output/film_output.hpp"

#include <fmt/format.h>

namespace thalweg::output {

FilmOutput::FilmOutput(const FileName& file, PixelSize size, int fps, Background background)
    : Output(file)
    , size_(size)
    , fps_(fps)
    , background_(background)
{
}

std::string FilmOutput::describe() const
{
    return fmt::format("{}x{}, {} fps{}", size_.width, size_.height, fps_,
        background_ == Background::transparent ? ", transparent" : "");
}

int FilmOutput::frames(const Production& production) const
{
    return frame_count(*this, production, fps_);
}

std::vector<std::string> FilmOutput::check(
    const Production& production, int jobs, Problems& problems) const
{
    film::affordable_jobs(
        where().text() + ": " + file(), size_.width, size_.height, footprint(), 1);
    return check_figure(
        *this, production, canvas::film_format(size_.width, size_.height), jobs, problems);
}

OutputPtr FilmOutput::as_stream() const
{
    return make_stream({"-", where(), size_where()}, size_, fps_);
}

int FilmOutput::jobs(const WriteOptions& options) const
{
    return film::affordable_jobs(file(), size_.width, size_.height, footprint(), options.jobs);
}

film::FilmSpec FilmOutput::film(const Production& production, int jobs) const
{
    const canvas::Format format = canvas::film_format(size_.width, size_.height);
    return film_of(figure_for(*this, production, format, jobs),
        {production.palette(canvas::Theme::dark), background_}, size_, fps_, frames(production));
}

} // namespace thalweg::output
