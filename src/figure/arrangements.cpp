#include "figure/arrangements.hpp"

#include <algorithm>
#include <optional>

namespace thalweg::figure {

namespace {

using Items = NamedItems;

bool is_title(const NamedItem& item)
{
    return item.name == "title";
}

bool is_part(const NamedItem& item)
{
    return item.name == "title" || item.name == "legend" || item.name == "colorbar";
}

/// What is arranged: maps in rows, and the other panels around them.
struct Pieces {
    Items maps{}, others{};
    std::size_t columns = 1; ///< maps in a row
    std::optional<NamedItem> filler{}; ///< takes the cells that the last row of maps leaves open

    std::size_t rows() const { return (maps.size() + columns - 1) / columns; }
};

Pieces pieces_of(const Items& items, std::size_t columns)
{
    Pieces pieces{.columns = columns};
    for (const NamedItem& item : items)
        (item.is_map ? pieces.maps : pieces.others).push_back(item);
    const auto stretching = std::ranges::find_if(pieces.others, &NamedItem::stretches);
    if (pieces.maps.size() % columns != 0 && stretching != pieces.others.end()) {
        pieces.filler = *stretching;
        pieces.others.erase(stretching);
    }
    return pieces;
}

/// Places the maps row by row.
///
/// rows   of the grid, for each row of maps
/// width  of a map, in columns of the grid
void add_maps(ArrangementBuilder& builder, const Pieces& pieces, const std::vector<Span>& rows,
    std::size_t width)
{
    const std::size_t columns = pieces.columns, last = pieces.maps.size() % columns;
    for (std::size_t i = 0; i < pieces.maps.size(); ++i)
        builder.add(pieces.maps[i], rows[i / columns], {i % columns * width, width});
    if (pieces.filler)
        builder.add(*pieces.filler, rows.back(), {last * width, (columns - last) * width});
}

std::vector<Span> single_rows(std::size_t first, std::size_t count)
{
    std::vector<Span> rows;
    for (std::size_t i = 0; i < count; ++i)
        rows.push_back({first + i, 1});
    return rows;
}

/// Rows of maps; beside each of them a part of the others, one below another.
std::optional<Arrangement> beside(const Pieces& pieces)
{
    const std::size_t rows = pieces.rows(), others = pieces.others.size();
    if (rows > 1 && others < rows)
        return std::nullopt;
    std::vector<Span> spans;
    for (std::size_t r = 0, first = 0; r < rows; first += spans.back().count, ++r)
        spans.push_back({first, std::max<std::size_t>(1, (others + rows - 1 - r) / rows)});
    ArrangementBuilder builder(
        spans.back().first + spans.back().count, pieces.columns + (others == 0 ? 0 : 1));
    for (const Span& span : spans)
        builder.make_one(span);
    add_maps(builder, pieces, spans, 1);
    for (std::size_t i = 0; i < others; ++i)
        builder.add(pieces.others[i], {i, 1}, {pieces.columns, 1});
    return builder.take();
}

/// A row of maps with the parts of the picture in a column to their right, and what stretches below
/// both or, in wide pictures, in columns of its own.
std::optional<Arrangement> beside_parts(const Pieces& pieces, bool is_wide)
{
    Items parts, stretching;
    for (const NamedItem& item : pieces.others)
        (is_part(item) ? parts : stretching).push_back(item);
    if (parts.empty() || stretching.empty())
        return std::nullopt;
    const std::size_t columns = pieces.maps.size() + 1, rows = parts.size(),
                      more = stretching.size();
    ArrangementBuilder builder(rows + (is_wide ? 0 : more), columns + (is_wide ? more : 0));
    add_maps(builder, pieces, {{0, rows}}, 1);
    for (std::size_t i = 0; i < rows; ++i)
        builder.add(parts[i], {i, 1}, {columns - 1, 1});
    for (std::size_t i = 0; i < more; ++i)
        if (is_wide)
            builder.add(stretching[i], {0, rows}, {columns + i, 1});
        else
            builder.add(stretching[i], {rows + i, 1}, {0, columns});
    return builder.take();
}

/// The title, the maps in rows, and the others, each across the whole width.
Arrangement in_one_column(const Pieces& pieces)
{
    const std::size_t columns = pieces.columns, map_rows = pieces.rows();
    ArrangementBuilder builder(pieces.others.size() + map_rows, columns);
    std::size_t row = 0;
    for (const NamedItem& item : pieces.others)
        if (is_title(item))
            builder.add(item, {row++, 1}, {0, columns});
    add_maps(builder, pieces, single_rows(row, map_rows), 1);
    row += map_rows;
    for (const NamedItem& item : pieces.others)
        if (!is_title(item))
            builder.add(item, {row++, 1}, {0, columns});
    return builder.take();
}

/// The title, rows of maps, and the others side by side below, the colour bar last.
Arrangement above(const Pieces& pieces)
{
    Items titles, bars, below;
    for (const NamedItem& item : pieces.others)
        (is_title(item) ? titles : item.name == "colorbar" ? bars : below).push_back(item);
    const std::size_t width = std::max<std::size_t>(1, below.size()),
                      columns = pieces.columns * width, maps_below = titles.size(),
                      row = maps_below + pieces.rows(), bars_row = row + (below.empty() ? 0 : 1);
    ArrangementBuilder builder(bars_row + bars.size(), columns);
    for (const NamedItem& item : titles)
        builder.add(item, {0, 1}, {0, columns});
    add_maps(builder, pieces, single_rows(maps_below, pieces.rows()), width);
    for (std::size_t i = 0; i < below.size(); ++i)
        builder.add(below[i], {row, 1}, {i * pieces.columns, pieces.columns});
    for (const NamedItem& item : bars)
        builder.add(item, {bars_row, 1}, {0, columns});
    return builder.take();
}

} // namespace

ArrangementBuilder::ArrangementBuilder(std::size_t rows, std::size_t columns)
{
    arrangement_.grid.heights.assign(rows, 1);
    arrangement_.grid.widths.assign(columns, 1);
}

void ArrangementBuilder::add(const NamedItem& item, Span rows, Span columns)
{
    arrangement_.names.push_back(item.name);
    arrangement_.grid.items.push_back({.panel = item.panel,
        .row = rows.first,
        .column = columns.first,
        .rows = rows.count,
        .columns = columns.count,
        .heading = item.heading});
}

void ArrangementBuilder::make_one(Span rows)
{
    for (std::size_t row = rows.first; row < rows.first + rows.count; ++row)
        arrangement_.grid.heights[row] = 1 / static_cast<double>(rows.count);
}

std::vector<Arrangement> arrangements(const Items& items, Shape shape)
{
    const auto maps = static_cast<std::size_t>(std::ranges::count_if(items, &NamedItem::is_map));
    if (maps == 0)
        return {in_one_column(pieces_of(items, 1))};
    std::vector<Arrangement> found;
    const auto add = [&](std::optional<Arrangement> one) {
        if (one)
            found.push_back(std::move(*one));
    };
    const Pieces in_a_row = pieces_of(items, maps);
    if (shape == Shape::very_wide)
        add(beside_parts(in_a_row, true));
    add(beside(in_a_row));
    add(beside_parts(in_a_row, false));
    found.push_back(in_one_column(pieces_of(items, 1)));
    if (maps > 1)
        found.push_back(above(in_a_row));
    for (std::size_t columns = 2; columns <= std::min<std::size_t>(3, maps); ++columns) {
        const Pieces in_rows = pieces_of(items, columns);
        found.push_back(in_one_column(in_rows));
        if (columns == maps)
            continue;
        add(beside(in_rows));
        found.push_back(above(in_rows));
    }
    return found;
}

} // namespace thalweg::figure
