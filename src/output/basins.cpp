#include "panel/contour/basins.hpp"
#include "core/atomic_file.hpp"
#include "core/error.hpp"
#include "experiment/run_names.hpp"
#include "film/png.hpp"
#include "output/kinds.hpp"
#include "output/options.hpp"
#include "surface/critical_points.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace thalweg::output {

namespace {

constexpr double kMostStarts = 1 << 25; // eight 1080p pictures; each takes 8 bytes

/// The domain, widened or heightened to the proportions of a picture.
Box fitted(const Box& domain, PixelSize size)
{
    const double wanted = static_cast<double>(size.width) / size.height;
    const double given = domain.width() / domain.height();
    const Vec2 center = domain.center();
    const double half_width = 0.5 * domain.width() * std::max(1.0, wanted / given);
    const double half_height = 0.5 * domain.height() * std::max(1.0, given / wanted);
    return {{center.x - half_width, center.x + half_width},
        {center.y - half_height, center.y + half_height}};
}

/// "x,y,end_x,end_y,kind,steps"; without an end, its numbers are left empty.
std::string row_text(Vec2 start, const basin::Fate& fate, const basin::BasinEnds& ends)
{
    if (!fate.settled())
        return fmt::format("{:.17g},{:.17g},,,{},{}\n", start.x, start.y,
            basin::word_without_end(fate.end), fate.steps);
    const surface::CriticalPoint& end = ends.points[static_cast<std::size_t>(fate.end)];
    return fmt::format("{:.17g},{:.17g},{:.17g},{:.17g},{},{}\n", start.x, start.y, end.at.x,
        end.at.y, surface::name_of(end.kind), fate.steps);
}

void write_table(
    const std::filesystem::path& target, const basin::BasinMap& map, const basin::BasinEnds& ends)
{
    AtomicFile file(target);
    file.write("x,y,end_x,end_y,kind,steps\n");
    for (int row = 0; row < map.grid.height; ++row) {
        std::string text;
        for (int column = 0; column < map.grid.width; ++column)
            text += row_text(map.grid.start(column, row), map.at(column, row), ends);
        file.write(text);
    }
    file.commit();
}

/// Where a descent from each pixel ends.
class Basins final : public Output {
public:
    Basins(const FileName& file, PixelSize size, std::size_t run)
        : Output(file)
        , size_(size)
        , run_(run)
    {
    }

    std::string_view kind() const override { return "basins"; }
    std::string describe() const override
    {
        return fmt::format("{}x{} starts", size_.width, size_.height);
    }
    int frames(const Production&) const override { return is_table() ? 0 : 1; }

    std::vector<std::string> check(const Production&, int, Problems&) const override
    {
        const double starts = 1.0 * size_.width * size_.height;
        if (starts > kMostStarts)
            throw LimitError(fmt::format("{} would have {} starts, more than the {} that a map of "
                                         "basins may have; lower its \"size\"",
                file(), starts, kMostStarts));
        return {};
    }

    void write(const Production& production, const std::filesystem::path& target,
        const WriteOptions& options) const override
    {
        const experiment::ExperimentPlan& plan = production.experiments().of_run(run_).plan;
        const basin::Descent descent{
            *plan.surface, production.experiments().run_plan(run_).optimizer, plan.options};
        const basin::BasinEnds ends = basin::find_ends(descent, plan.domain);
        const basin::BasinMap map = basin::make_basins(descent, ends,
            {.box = fitted(plan.domain, size_), .width = size_.width, .height = size_.height},
            options.jobs);
        if (is_table())
            return write_table(target, map, ends);
        film::write_png(target,
            panel::basin_picture(
                map, basin::make_scale(ends, map), production.palette(canvas::Theme::dark)));
    }

private:
    bool is_table() const { return file().ends_with(".csv"); }

    PixelSize size_;
    std::size_t run_;
};

} // namespace

OutputPtr make_basins(Options& options, const ReadContext& context)
{
    const FileName file = read_file_name(options);
    const PixelSize size = read_pixel_size(options, {.width = 960, .height = 540}, Parity::any);
    const Node* run = options.any("run", "a run", "",
        "the run whose optimizer is mapped; may be left out where there is only one");
    if (options.is_recording())
        return std::make_shared<Basins>(file, size, 0);
    if (!file.name.ends_with(".png") && !file.name.ends_with(".csv"))
        options.refuse("file",
            fmt::format("file of a map of basins must end in .png or .csv, not \"{}\"", file.name));
    const auto found
        = experiment::find_basins_run(run, file.where, context.experiments, options.problems());
    return std::make_shared<Basins>(file, size, found.value_or(0));
}

} // namespace thalweg::output
