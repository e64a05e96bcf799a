#include "figure/arrangements.hpp"

#include "figure/tracks.hpp"

#include <algorithm>
#include <optional>

namespace thalweg::figure {

namespace {

using Items = std::vector<NamedItem>;

/// Adds items to a grid and keeps its names.
class Builder {
public:
    Builder(std::size_t rows, std::size_t columns)
    {
        arrangement_.grid.heights.assign(rows, 1);
        arrangement_.grid.widths.assign(columns, 1);
    }

    void add(const NamedItem& item, Span rows, Span columns)
    {
        arrangement_.names.push_back(item.name);
        arrangement_.grid.items.push_back({.panel = item.panel,
            .row = rows.first,
            .column = columns.first,
            .rows = rows.count,
            .columns = columns.count,
            .heading = item.heading});
    }

    Arrangement take() { return std::move(arrangement_); }

private:
    Arrangement arrangement_;
};

std::pair<Items, Items> maps_and_others(const Items& items)
{
    Items maps, others;
    for (const NamedItem& item : items)
        (item.is_map ? maps : others).push_back(item);
    return {maps, others};
}

/// Maps side by side, the others in a column to their right.
Arrangement beside(const Items& maps, const Items& others)
{
    const std::size_t rows = std::max<std::size_t>(1, others.size());
    Builder builder(rows, maps.size() + (others.empty() ? 0 : 1));
    for (std::size_t i = 0; i < maps.size(); ++i)
        builder.add(maps[i], {0, rows}, {i, 1});
    for (std::size_t i = 0; i < others.size(); ++i)
        builder.add(others[i], {i, 1}, {maps.size(), 1});
    return builder.take();
}

bool is_part(const NamedItem& item)
{
    return item.name == "title" || item.name == "legend" || item.name == "colorbar";
}

/// Maps with the parts of the picture in a column to their right, and what stretches below both.
std::optional<Arrangement> beside_and_below(const Items& maps, const Items& others)
{
    Items parts, below;
    for (const NamedItem& item : others)
        (is_part(item) ? parts : below).push_back(item);
    if (parts.empty() || below.empty())
        return std::nullopt;
    Builder builder(parts.size() + below.size(), maps.size() + 1);
    for (std::size_t i = 0; i < maps.size(); ++i)
        builder.add(maps[i], {0, parts.size()}, {i, 1});
    for (std::size_t i = 0; i < parts.size(); ++i)
        builder.add(parts[i], {i, 1}, {maps.size(), 1});
    for (std::size_t i = 0; i < below.size(); ++i)
        builder.add(below[i], {parts.size() + i, 1}, {0, maps.size() + 1});
    return builder.take();
}

bool is_title(const NamedItem& item)
{
    return item.name == "title";
}

/// The title, the maps in rows of `columns`, and the others, each across the whole width.
Arrangement in_one_column(const Items& maps, const Items& others, std::size_t columns)
{
    const std::size_t map_rows = (maps.size() + columns - 1) / columns;
    Builder builder(others.size() + map_rows, columns);
    std::size_t row = 0;
    for (const NamedItem& item : others)
        if (is_title(item))
            builder.add(item, {row++, 1}, {0, columns});
    for (std::size_t i = 0; i < maps.size(); ++i)
        builder.add(maps[i], {row + i / columns, 1}, {i % columns, 1});
    row += map_rows;
    for (const NamedItem& item : others)
        if (!is_title(item))
            builder.add(item, {row++, 1}, {0, columns});
    return builder.take();
}

/// The title, a row of maps, and the others side by side below, the colour bar last.
Arrangement above(const Items& maps, const Items& others)
{
    Items titles, bars, below;
    for (const NamedItem& item : others)
        (is_title(item) ? titles : item.name == "colorbar" ? bars : below).push_back(item);
    const std::size_t columns = maps.size() * std::max<std::size_t>(1, below.size());
    Builder builder(titles.size() + 1 + (below.empty() ? 0 : 1) + bars.size(), columns);
    std::size_t row = 0;
    for (const NamedItem& item : titles)
        builder.add(item, {row++, 1}, {0, columns});
    for (std::size_t i = 0; i < maps.size(); ++i)
        builder.add(maps[i], {row, 1}, {i * columns / maps.size(), columns / maps.size()});
    ++row;
    for (std::size_t i = 0; i < below.size(); ++i)
        builder.add(below[i], {row, 1}, {i * columns / below.size(), columns / below.size()});
    row += below.empty() ? 0 : 1;
    for (const NamedItem& item : bars)
        builder.add(item, {row++, 1}, {0, columns});
    return builder.take();
}

/// The rectangle of a name in a mosaic; no rows where it is not there.
std::pair<Span, Span> cells_of(const Mosaic& mosaic, const std::string& name)
{
    Span rows{0, 0}, columns{0, 0};
    for (std::size_t r = 0; r < mosaic.rows.size(); ++r)
        for (std::size_t c = 0; c < mosaic.rows[r].size(); ++c)
            if (mosaic.rows[r][c] == name) {
                if (rows.count == 0) {
                    rows.first = r;
                    columns.first = c;
                }
                rows.count = r - rows.first + 1;
                columns.count = std::max(columns.count, c - columns.first + 1);
            }
    return {rows, columns};
}

} // namespace

std::vector<Arrangement> arrangements(const Items& items)
{
    const auto [maps, others] = maps_and_others(items);
    std::vector<Arrangement> found;
    if (!maps.empty())
        found.push_back(beside(maps, others));
    if (auto both = maps.empty() ? std::nullopt : beside_and_below(maps, others))
        found.push_back(std::move(*both));
    found.push_back(in_one_column(maps, others, 1));
    if (maps.size() > 1) {
        found.push_back(in_one_column(maps, others, 2));
        found.push_back(above(maps, others));
    }
    return found;
}

Arrangement arrange(const Mosaic& mosaic, const Items& items)
{
    Builder builder(mosaic.rows.size(), mosaic.rows.front().size());
    for (const NamedItem& item : items) {
        const auto [rows, columns] = cells_of(mosaic, item.name);
        if (rows.count > 0)
            builder.add(item, rows, columns);
    }
    Arrangement arrangement = builder.take();
    if (!mosaic.widths.empty())
        arrangement.grid.widths = mosaic.widths;
    if (!mosaic.heights.empty())
        arrangement.grid.heights = mosaic.heights;
    return arrangement;
}

Arrangement stack(const Mosaic& mosaic, const Items& items)
{
    std::vector<std::string> order{"title"}; // heads the picture wherever it stood
    for (const auto& row : mosaic.rows)
        for (const std::string& name : row)
            if (std::ranges::find(order, name) == order.end())
                order.push_back(name);
    Items chosen;
    for (const std::string& name : order)
        for (const NamedItem& item : items)
            if (item.name == name)
                chosen.push_back(item);
    Builder builder(chosen.size(), 1);
    for (std::size_t i = 0; i < chosen.size(); ++i)
        builder.add(chosen[i], {i, 1}, {0, 1});
    return builder.take();
}

} // namespace thalweg::figure
