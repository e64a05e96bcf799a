#include "surface/data/data_file.hpp"
#include "surface/data/grid.hpp"
#include "surface/data/table.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace thalweg::surface {

namespace {

/// A falling axis turned round; true where it was.
bool make_rising(std::vector<double>& axis, std::string_view name)
{
    const bool falls = axis.front() > axis.back();
    if (falls)
        std::ranges::reverse(axis);
    for (std::size_t i = 0; i + 1 < axis.size(); ++i)
        if (!(axis[i] < axis[i + 1]))
            throw DataError(
                fmt::format("the numbers of its {} axis must rise or fall throughout", name));
    return falls;
}

std::vector<double> even_axis(Range range, std::size_t count)
{
    std::vector<double> axis(count);
    for (std::size_t i = 0; i < count; ++i)
        axis[i] = range.at(static_cast<double>(i) / static_cast<double>(count - 1));
    return axis;
}

bool holds_axes(const Table& table)
{
    if (table.first_row.empty()
        || table.first_row.front().find_first_of("0123456789") != std::string::npos)
        return false;
    return std::isnan(table.at(0, 0)) && table.first_row.front() != "nan"
        && table.first_row.front() != "NaN";
}

void check_size(std::size_t columns, std::size_t rows)
{
    if (columns < 2 || rows < 2)
        throw DataError(
            fmt::format("a grid needs at least 2 x 2 numbers, and it has {} x {}", columns, rows));
}

Grid with_axes(const Table& table)
{
    const std::size_t rows = table.rows - 1, columns = table.columns - 1;
    check_size(columns, rows);
    std::vector<double> x, y, values;
    for (std::size_t i = 0; i < columns; ++i)
        x.push_back(table.at(0, i + 1));
    for (std::size_t k = 0; k < rows; ++k)
        y.push_back(table.at(k + 1, 0));
    const bool flip_x = make_rising(x, "x"), flip_y = make_rising(y, "y");
    for (std::size_t k = 0; k < rows; ++k)
        for (std::size_t i = 0; i < columns; ++i)
            values.push_back(
                table.at(1 + (flip_y ? rows - 1 - k : k), 1 + (flip_x ? columns - 1 - i : i)));
    return {std::move(x), std::move(y), std::move(values)};
}

} // namespace

GridFile read_grid(std::string_view bytes, const std::optional<Box>& domain)
{
    if (bytes.starts_with("PK\x03\x04"))
        throw DataError("it is an archive, as .npz; save the array of values alone as .npy");
    Table table = is_npy(bytes) ? parse_npy(bytes) : parse_csv(bytes);
    if (std::ranges::all_of(table.values, [](double v) { return std::isnan(v); }))
        throw DataError("it holds no numbers");
    if (holds_axes(table)) {
        if (domain)
            throw DataError("it holds its axes, so leave out the option \"domain\"");
        return {.grid = with_axes(table), .has_axes = true};
    }
    check_size(table.columns, table.rows);
    for (std::size_t i = 0; i < table.first_row.size(); ++i)
        if (std::isnan(table.at(0, i))
            && table.first_row[i].find_first_not_of("nNaAiIfF+-") != std::string::npos)
            throw DataError(fmt::format(
                "line 1, cell {}: \"{}\" is not a number", i + 1, excerpt(table.first_row[i])));
    const Box places{
        {0, static_cast<double>(table.columns - 1)}, {0, static_cast<double>(table.rows - 1)}};
    const Box box = domain.value_or(places);
    return {.grid = Grid(even_axis(box.x, table.columns), even_axis(box.y, table.rows),
                std::move(table.values))};
}

} // namespace thalweg::surface
