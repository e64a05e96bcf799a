#include "figure/arrangements.hpp"

#include <algorithm>

namespace thalweg::figure {

namespace {

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

/// A mosaic's items; the title heads the picture wherever it stood.
NamedItems in_reading_order(const Mosaic& mosaic, const NamedItems& items)
{
    std::vector<std::string> order{"title"};
    for (const auto& row : mosaic.rows)
        for (const std::string& name : row)
            if (std::ranges::find(order, name) == order.end())
                order.push_back(name);
    NamedItems chosen;
    for (const std::string& name : order)
        for (const NamedItem& item : items)
            if (item.name == name)
                chosen.push_back(item);
    return chosen;
}

/// May the items stand side by side?
bool are_alike(const NamedItem& a, const NamedItem& b)
{
    return (a.is_map && b.is_map) || (!a.is_map && !b.is_map && a.stretches && b.stretches);
}

/// Rows of up to `most` neighbours that are alike, the others across the whole width.
Arrangement in_rows(const NamedItems& items, std::size_t most)
{
    std::vector<Span> rows;
    for (std::size_t i = 0; i < items.size(); ++i)
        if (!rows.empty() && rows.back().count < most
            && are_alike(items[rows.back().first], items[i]))
            ++rows.back().count;
        else
            rows.push_back({i, 1});
    ArrangementBuilder builder(rows.size(), most);
    for (std::size_t r = 0; r < rows.size(); ++r)
        for (std::size_t i = 0; i < rows[r].count; ++i)
            builder.add(items[rows[r].first + i], {r, 1},
                rows[r].count == most ? Span{i, 1} : Span{0, most});
    return builder.take();
}

} // namespace

Arrangement arrange(const Mosaic& mosaic, const NamedItems& items)
{
    ArrangementBuilder builder(mosaic.rows.size(), mosaic.rows.front().size());
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

std::vector<Arrangement> reflowed(const Mosaic& mosaic, const NamedItems& items)
{
    NamedItems ordered = in_reading_order(mosaic, items);
    std::vector<Arrangement> found{in_rows(ordered, 1), in_rows(ordered, 2)};
    const auto rank = [](const NamedItem& item) {
        return item.name == "title" ? 0 : item.is_map ? 1 : item.stretches ? 2 : 3;
    };
    std::ranges::stable_sort(ordered, {}, rank);
    found.push_back(in_rows(ordered, 2));
    return found;
}

} // namespace thalweg::figure
