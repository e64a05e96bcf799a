#include "surface/data/grid_surface.hpp"

#include "surface/data/data_file.hpp"
#include "surface/data/grid.hpp"
#include "surface/data/value_pyramid.hpp"
#include "surface/read_domain.hpp"

#include <optional>

#include <fmt/format.h>

namespace thalweg::surface {

namespace {

/// Cells a side; over more of them slopes tell nothing.
constexpr std::size_t kFewCells = 3;
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

std::vector<std::string> notes_of(const GridFile& data, const std::string& file, bool is_placed)
{
    const Grid& grid = data.grid;
    std::vector<std::string> notes;
    if (!data.has_axes && !is_placed)
        notes.push_back(
            fmt::format("{} holds no axes: x counts its columns from 0 to {}, and y its "
                        "rows from 0 to {}; the surface's option \"domain\" places them",
                file, grid.columns() - 1, grid.rows() - 1));
    if (const std::size_t holes = grid.holes(); holes > 0)
        notes.push_back(fmt::format("{} of the {} values of {} {} missing: the cells around {} are "
                                    "undefined ground",
            holes, grid.columns() * grid.rows(), file, holes == 1 ? "is" : "are",
            holes == 1 ? "it" : "them"));
    return notes;
}

SurfaceFacts facts_of(const GridFile& data, const std::string& file, bool is_placed)
{
    const Grid& grid = data.grid;
    const Box domain = grid.domain();
    return {.formula = fmt::format("a grid of {} × {} values", grid.columns(), grid.rows()),
        .source = file,
        .domain = domain,
        .start = {domain.x.at(0.15), domain.y.at(0.8)},
        .minima = {},
        .notes = notes_of(data, file, is_placed)};
}

/// A measured surface. Its bounds hold for the spline, but nobody knows what lies between the
/// samples, so that it claims none.
class GridSurface final : public Surface {
public:
    GridSurface(GridFile data, SurfaceFacts facts)
        : Surface(std::move(facts))
        , grid_(std::move(data.grid))
        , pyramid_(grid_)
    {
    }

    bool has_bounds() const override { return false; }

    double value(Vec2 p) const override
    {
        const auto cell = cell_at(p);
        return cell ? grid_.evaluate(*cell, p.x, p.y) : kNaN;
    }
    Jet<double> jet(Vec2 p) const override
    {
        using J = Jet<double>;
        const auto cell = cell_at(p);
        return cell ? grid_.evaluate(*cell, J::variable_x(p.x), J::variable_y(p.y))
                    : J(kNaN, kNaN, kNaN, kNaN, kNaN, kNaN);
    }
    Interval bound(const Box& box) const override { return pyramid_.bound(grid_, box).values; }
    Jet<Interval> bound_jet(const Box& box) const override;
    Definedness definedness(const Box& box) const override
    {
        const ValuePyramid::Bound whole = pyramid_.bound(grid_, box);
        return !whole.has_values ? Definedness::nowhere
            : whole.has_holes    ? Definedness::unknown
                                 : Definedness::continuous;
    }
    void sample_row(Range x, double y, std::span<double> values) const override
    {
        const double step
            = values.size() > 1 ? x.width() / static_cast<double>(values.size() - 1) : 0;
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = value({x.lo + static_cast<double>(i) * step, y});
    }

private:
    std::optional<Grid::Cell> cell_at(Vec2 p) const
    {
        if (!grid_.domain().contains(p))
            return std::nullopt;
        const Grid::Cell cell = grid_.cell_at(p);
        return grid_.is_hole(cell) ? std::nullopt : std::optional(cell);
    }

    Grid grid_;
    ValuePyramid pyramid_;
};

Jet<Interval> GridSurface::bound_jet(const Box& box) const
{
    constexpr Interval unknown = Interval::entire();
    const ValuePyramid::Bound whole = pyramid_.bound(grid_, box);
    const Grid::Cell first = grid_.cell_at({box.x.lo, box.y.lo}),
                     last = grid_.cell_at({box.x.hi, box.y.hi});
    // No slope holds across a gap.
    if (whole.has_holes || last.column - first.column >= kFewCells
        || last.row - first.row >= kFewCells)
        return {whole.values, unknown, unknown, unknown, unknown, unknown};
    std::optional<Jet<Interval>> all;
    for (std::size_t row = first.row; row <= last.row; ++row)
        for (std::size_t column = first.column; column <= last.column; ++column) {
            const Box part = common(grid_.box_of({column, row}), box);
            const auto j = grid_.evaluate(Grid::Cell{column, row},
                Jet<Interval>::variable_x({part.x.lo, part.x.hi}),
                Jet<Interval>::variable_y({part.y.lo, part.y.hi}));
            all = all ? Jet<Interval>{hull(all->v, j.v), hull(all->x, j.x), hull(all->y, j.y),
                      hull(all->xx, j.xx), hull(all->xy, j.xy), hull(all->yy, j.yy)}
                      : j;
        }
    return *all;
}

} // namespace

SurfacePtr make_grid(Options& options)
{
    SurfacePtr surface;
    const std::optional<Box> domain
        = read_domain(options, "the file's axes, else columns and rows counted from 0");
    use_data_file(options,
        "values row by row from the lowest y up, as .csv or .npy; a .csv may hold its axes: the x "
        "in "
        "the first row, the y in the first column, a word or nothing in the corner; empty cells "
        "and "
        "nan are undefined ground",
        [&](const std::filesystem::path& path, std::string_view bytes) {
            GridFile data = read_grid(bytes, domain);
            SurfaceFacts facts = facts_of(data, path.filename().string(), domain.has_value());
            surface = std::make_shared<GridSurface>(std::move(data), std::move(facts));
        });
    return surface;
}

} // namespace thalweg::surface
