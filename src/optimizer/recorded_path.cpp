#include "optimizer/recorded_path.hpp"

#include "surface/data/data_file.hpp"
#include "surface/data/table.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace thalweg::optimizer {

namespace {

using Cells = std::span<const std::string>;

/// One run of a file.
struct Recording {
    std::string run; ///< empty where the file names none
    std::vector<Vec2> points{};
    std::string mistake{}; ///< the first of its points that is none
};

/// Where a table's columns are.
struct Columns {
    std::size_t x = 0, y = 1;
    std::optional<std::size_t> run{};
};

bool is_number(const std::string& cell)
{
    double ignored = 0;
    return surface::read_cell(cell, ignored);
}

std::optional<std::size_t> place_of(Cells names, std::string_view name)
{
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? std::nullopt : std::optional(std::size_t(found - names.begin()));
}

/// From the first line, which may be a row of names.
Columns find_columns(Cells first)
{
    if (std::ranges::all_of(first, is_number)) {
        if (first.size() != 2)
            throw surface::DataError(fmt::format("it has {} columns without names; "
                                                 "name two of them x and y in the first line",
                first.size()));
        return {};
    }
    const auto x = place_of(first, "x"), y = place_of(first, "y");
    if (!x || !y)
        throw surface::DataError(
            fmt::format("its first line must name the columns x and y, and it reads \"{}\"",
                surface::excerpt(fmt::format("{}", fmt::join(first, ",")))));
    return {*x, *y, place_of(first, "run")};
}

/// The recording of a run, a new one where it is the first of its rows.
Recording& recording_of(std::vector<Recording>& all, std::string_view run)
{
    if (!all.empty() && all.back().run == run) // nearly always: runs follow each other
        return all.back();
    const auto found = std::ranges::find(all, run, &Recording::run);
    return found != all.end() ? *found : all.emplace_back(Recording{.run = std::string(run)});
}

void add_point(Recording& recording, Cells cells, const Columns& columns, std::size_t line)
{
    Vec2 p;
    for (const auto& [coordinate, name, column] :
        {std::tuple(&p.x, 'x', columns.x), std::tuple(&p.y, 'y', columns.y)})
        if ((!surface::read_cell(cells[column], *coordinate) || std::isnan(*coordinate))
            && recording.mistake.empty())
            recording.mistake = fmt::format("line {}: {} must be a finite number, not \"{}\"", line,
                name, surface::excerpt(cells[column]));
    recording.points.push_back(p);
}

std::vector<Recording> parse_paths(std::string_view text)
{
    std::vector<Recording> all;
    std::optional<Columns> columns;
    surface::for_each_row(text, [&](std::size_t line, Cells cells) {
        const bool is_first = !columns;
        if (is_first)
            columns = find_columns(cells);
        if (is_first && !std::ranges::all_of(cells, is_number))
            return; // names
        const std::string_view run = columns->run ? cells[*columns->run] : std::string_view();
        add_point(recording_of(all, run), cells, *columns, line);
    });
    return all;
}

std::vector<Recording> from_array(const surface::Table& table)
{
    if (table.columns != 2)
        throw surface::DataError(fmt::format(
            "its array must be of shape (n, 2), not ({}, {})", table.rows, table.columns));
    Recording recording;
    for (std::size_t row = 0; row < table.rows; ++row) {
        const Vec2 p{table.at(row, 0), table.at(row, 1)};
        if (!is_finite(p) && recording.mistake.empty())
            recording.mistake = fmt::format("row {} is not finite", row);
        recording.points.push_back(p);
    }
    return {recording};
}

/// The run that is asked for, or the only one; null after adding a problem.
Recording* chosen(std::vector<Recording>& all, const std::string& run, Options& options)
{
    if (run.empty() && all.size() == 1)
        return &all.front();
    const auto found = std::ranges::find(all, run, &Recording::run);
    if (!run.empty() && found != all.end())
        return &*found;
    std::vector<std::string> names;
    for (const Recording& one : all)
        if (!one.run.empty())
            names.push_back(one.run);
    if (!run.empty()) {
        options.refuse(
            "run", fmt::format("the file holds no run \"{}\"{}", run, did_you_mean(run, names)));
        return nullptr;
    }
    constexpr std::size_t kShown = 6;
    const std::span shown(names.data(), std::min(names.size(), kShown));
    throw surface::DataError(fmt::format("it holds {} runs, so say which by \"run\": \"{}\"{}",
        all.size(), fmt::join(shown, "\", \""), shown.size() < names.size() ? ", ..." : ""));
}

} // namespace

RecordedPath read_recorded_path(Options& options)
{
    RecordedPath path;
    const std::string run = options.text("run", "", "which of the file's runs, by its column run");
    surface::use_data_file(options,
        "CSV with columns x and y, a row for each step, or .npy of shape (n, 2)",
        [&](const std::filesystem::path&, std::string_view bytes) {
            std::vector<Recording> all = surface::is_npy(bytes)
                ? from_array(surface::parse_npy(bytes))
                : parse_paths(bytes);
            if (all.empty())
                throw surface::DataError("it holds no points");
            Recording* recording = chosen(all, run, options);
            if (!recording)
                return;
            if (!recording->mistake.empty())
                throw surface::DataError(recording->mistake);
            if (recording->points.size() < 2)
                throw surface::DataError("a path needs at least 2 points, and it has 1");
            path = std::make_shared<std::vector<Vec2>>(std::move(recording->points));
        });
    return path;
}

} // namespace thalweg::optimizer
