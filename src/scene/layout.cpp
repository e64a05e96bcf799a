#include "scene/layout.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace thalweg::scene {

namespace {

using figure::Mosaic;

constexpr const char* kForms
    = "layout must be \"map\", rows of names such as [[map, loss]], a mapping with \"grid\", or "
      "one with \"wide\" and \"tall\"";

/// Reads one mosaic. A problem leaves it without rows.
class MosaicReader {
public:
    MosaicReader(const std::vector<std::string>& known, Problems& problems)
        : known_(known)
        , problems_(problems)
    {
    }

    /// Rows of names, or {grid, widths, heights}.
    Mosaic read(const Node& node)
    {
        if (node.type == Node::Type::sequence)
            return read_grid(node);
        Options options(node, problems_);
        const Node* grid = options.any("grid", "rows of names", "", "which panel is where");
        Mosaic mosaic;
        if (grid)
            mosaic = read_grid(*grid);
        else if (node.type == Node::Type::mapping)
            options.refuse("grid", kForms);
        const std::size_t columns = mosaic.rows.empty() ? 0 : mosaic.rows.front().size();
        mosaic.widths = read_ratios(options, "widths", columns, "ratios of the columns' widths");
        mosaic.heights
            = read_ratios(options, "heights", mosaic.rows.size(), "ratios of the rows' heights");
        options.finish();
        return mosaic;
    }

private:
    Mosaic read_grid(const Node& grid)
    {
        Mosaic mosaic;
        if (grid.type != Node::Type::sequence || grid.items.empty()) {
            problems_.add(grid.where, "a layout must be a list of rows, such as [[map, loss]]");
            return mosaic;
        }
        for (const Node& row : grid.items)
            mosaic.rows.push_back(read_row(row));
        if (!check_rows(grid, mosaic))
            return {};
        check_rectangles(grid, mosaic);
        return mosaic;
    }

    std::vector<std::string> read_row(const Node& row)
    {
        std::vector<std::string> names;
        if (row.type != Node::Type::sequence)
            problems_.add(
                row.where, fmt::format("a row must be a list of names, not {}", row.type_name()));
        for (const Node& cell : row.items) {
            names.push_back(cell.text);
            if (cell.text != "." && std::ranges::find(known_, cell.text) == known_.end())
                problems_.add(cell.where,
                    fmt::format(
                        "no panel is named \"{}\"{}", cell.text, did_you_mean(cell.text, known_)));
        }
        return names;
    }

    /// Are all rows equally long, with something in them?
    bool check_rows(const Node& grid, const Mosaic& mosaic)
    {
        bool is_good = true;
        const std::size_t columns = mosaic.rows.front().size();
        for (std::size_t r = 0; r < mosaic.rows.size(); ++r)
            if (grid.items[r].type != Node::Type::sequence) {
                is_good = false;
            } else if (mosaic.rows[r].size() != columns || columns == 0) {
                problems_.add(grid.items[r].where,
                    fmt::format("row {} has {} cells, but the first has {}; \".\" is an empty cell",
                        r + 1, mosaic.rows[r].size(), columns));
                is_good = false;
            }
        const auto is_empty = [](const std::vector<std::string>& row) {
            return std::ranges::all_of(row, [](const std::string& name) { return name == "."; });
        };
        if (is_good && std::ranges::all_of(mosaic.rows, is_empty))
            problems_.add(grid.where, "a layout must name at least one panel");
        return is_good;
    }

    /// The cells of a name fill the rectangle around them.
    void check_rectangles(const Node& grid, const Mosaic& mosaic)
    {
        std::vector<std::string> seen;
        for (std::size_t r = 0; r < mosaic.rows.size(); ++r)
            for (std::size_t c = 0; c < mosaic.rows[r].size(); ++c) {
                const std::string& name = mosaic.rows[r][c];
                if (name == "." || std::ranges::find(seen, name) != seen.end())
                    continue;
                seen.push_back(name);
                if (!is_rectangle(mosaic, name))
                    problems_.add(grid.items[r].items[c].where,
                        fmt::format("the cells of \"{}\" must form one rectangle", name));
            }
    }

    static bool is_rectangle(const Mosaic& mosaic, const std::string& name)
    {
        std::size_t count = 0, top = SIZE_MAX, left = SIZE_MAX, bottom = 0, right = 0;
        for (std::size_t r = 0; r < mosaic.rows.size(); ++r)
            for (std::size_t c = 0; c < mosaic.rows[r].size(); ++c)
                if (mosaic.rows[r][c] == name) {
                    ++count;
                    top = std::min(top, r), bottom = std::max(bottom, r);
                    left = std::min(left, c), right = std::max(right, c);
                }
        return count == (bottom - top + 1) * (right - left + 1);
    }

    static std::vector<double> read_ratios(
        Options& options, std::string_view key, std::size_t count, std::string_view meaning)
    {
        const std::vector<double> ratios = options.numbers(key, {}, {.above = 0}, meaning);
        if (options.has(key) && count > 0 && ratios.size() != count)
            options.refuse(key,
                fmt::format("{} must hold {} number{}, one for each {}, not {}", key, count,
                    count == 1 ? "" : "s", key == "widths" ? "column" : "row", ratios.size()));
        return ratios;
    }

    const std::vector<std::string>& known_;
    Problems& problems_;
};

} // namespace

figure::LayoutPlan read_layout(Options& scene, const std::vector<std::string>& known)
{
    figure::LayoutPlan layout;
    const Node* node = scene.any("layout", "map, rows of names, or a mapping", "",
        "how panels are arranged; by the format's shape where absent");
    if (!node)
        return layout;
    MosaicReader reader(known, scene.problems());
    if (node->type == Node::Type::scalar && node->text == "map") {
        layout.map_only = true;
    } else if (node->type == Node::Type::scalar || node->type == Node::Type::null) {
        scene.refuse("layout", kForms);
    } else if (node->find("wide") || node->find("tall")) {
        Options options(*node, scene.problems());
        if (const Node* wide = options.any("wide", "a layout", "", "of wide and square pictures"))
            layout.wide = reader.read(*wide);
        else
            scene.refuse("layout", "a layout with \"tall\" needs a \"wide\" beside it");
        if (const Node* tall = options.any("tall", "a layout", "", "of tall and narrow pictures"))
            layout.tall = reader.read(*tall);
        options.finish();
    } else {
        layout.wide = reader.read(*node);
    }
    return layout;
}

std::vector<std::string> names_in(const figure::LayoutPlan& layout)
{
    std::vector<std::string> names;
    for (const std::optional<Mosaic>& mosaic : {layout.wide, layout.tall})
        for (const auto& row : mosaic ? mosaic->rows : Mosaic{}.rows)
            for (const std::string& name : row)
                if (name != "." && std::ranges::find(names, name) == names.end())
                    names.push_back(name);
    return names;
}

} // namespace thalweg::scene
