#include "app/basins_output.hpp"

#include "core/atomic_file.hpp"
#include "draw/basin_colors.hpp"
#include "film/png.hpp"
#include "surface/critical_points.hpp"

#include <fmt/format.h>

#include <iterator>

namespace thalweg::app {

namespace {

constexpr double kMostStarts = 1 << 25; // eight 1080p pictures; each takes 8 bytes

/// The domain, widened or heightened to the proportions of a picture.
Box fitted(const Box& domain, int width, int height)
{
    const double wanted = static_cast<double>(width) / height;
    const double given = domain.width() / domain.height();
    const Vec2 center = domain.center();
    const double half_width = 0.5 * domain.width() * std::max(1.0, wanted / given);
    const double half_height = 0.5 * domain.height() * std::max(1.0, given / wanted);
    return {{center.x - half_width, center.x + half_width},
        {center.y - half_height, center.y + half_height}};
}

/// "x,y,end_x,end_y,kind,steps"; without an end, its numbers are left empty.
std::string row_text(Vec2 start, const Fate& fate, const BasinEnds& ends)
{
    if (!fate.settled())
        return fmt::format("{:.17g},{:.17g},,,{},{}\n", start.x, start.y,
            fate.end == Fate::kDiverged ? "diverged" : "unsettled", fate.steps);
    const CriticalPoint& end = ends.points[static_cast<std::size_t>(fate.end)];
    return fmt::format("{:.17g},{:.17g},{:.17g},{:.17g},{},{}\n", start.x, start.y, end.at.x,
        end.at.y, name_of(end.kind), fate.steps);
}

void write_table(const std::filesystem::path& target, const BasinMap& map, const BasinEnds& ends)
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

} // namespace

void write_basins(
    const Plan& plan, const OutputSpec& output, const std::filesystem::path& target, int jobs)
{
    const double starts = 1.0 * output.width_px * output.height_px;
    if (starts > kMostStarts)
        throw LimitError(fmt::format("{} would have {} starts, more than the {} that a map of "
                                     "basins may have; lower its \"size\"",
            output.file, starts, kMostStarts));
    const Descent descent{*plan.surface, plan.runs[output.run_index].optimizer, plan.run};
    const BasinEnds ends = find_ends(descent, plan.domain);
    const BasinMap map = make_basins(descent, ends,
        {.box = fitted(plan.domain, output.width_px, output.height_px),
            .width = output.width_px,
            .height = output.height_px},
        jobs);
    if (is_table(output))
        return write_table(target, map, ends);
    const Palette& colors = palette(or_else(plan.theme, Theme::dark));
    write_png(target, basin_picture(map, make_scale(ends, map), colors));
}

} // namespace thalweg::app
