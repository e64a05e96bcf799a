#include "surface/data/samples.hpp"

#include "core/utf8.hpp"
#include "surface/data/data_file.hpp"
#include "surface/data/table.hpp"

#include <fmt/format.h>

namespace thalweg::surface {

namespace {

constexpr std::size_t kMostSamples = 100000;

/// A column's name, fit for pictures; empty where it is not.
std::string name_of(const std::string& cell)
{
    const bool is_fit = is_visible(cell) && unprintable_part(cell).empty()
        && unended_turn(cell).empty() && cell.find_first_of("\n\t") == std::string::npos;
    return is_fit ? cell : "";
}

void set_names(Samples& samples, const std::vector<std::string>& cells)
{
    samples.target_name = name_of(cells.back());
    samples.input_names.back() = name_of(cells[cells.size() - 2]);
    if (cells.size() == 3)
        samples.input_names.front() = name_of(cells.front());
}

Samples parse(std::string_view bytes, bool (*is_target)(double), std::string_view allowed)
{
    const Table table = parse_csv(bytes);
    if (table.columns != 2 && table.columns != 3)
        throw DataError(fmt::format(
            "it must have 2 or 3 columns (inputs, then the target), not {}", table.columns));
    const bool has_names = table.rows > 0 && std::isnan(table.at(0, table.columns - 1));
    Samples samples;
    std::vector<Sample>& list = samples.list;
    if (has_names)
        set_names(samples, table.first_row);
    for (std::size_t row = has_names ? 1 : 0; row < table.rows; ++row) {
        const double last = table.at(row, table.columns - 1), first = table.at(row, 0);
        const Sample sample{
            table.columns == 3 ? Vec2{first, table.at(row, 1)} : Vec2{1, first}, last};
        if (!is_finite(sample.inputs) || std::isnan(last))
            throw DataError(fmt::format("line {} has a cell without a number", table.lines[row]));
        if (!is_target(last))
            throw DataError(fmt::format(
                "line {}: the last column must be {}, not {}", table.lines[row], allowed, last));
        list.push_back(sample);
    }
    if (list.size() < 2 || list.size() > kMostSamples)
        throw DataError(
            fmt::format("it must hold 2 to {} points, not {}", kMostSamples, list.size()));
    return samples;
}

} // namespace

Samples read_samples(Options& options, bool (*is_target)(double), std::string_view allowed)
{
    Samples samples;
    use_data_file(options, "CSV of points: one or two inputs, then the target",
        [&](const std::filesystem::path& path, std::string_view bytes) {
            samples = parse(bytes, is_target, allowed);
            samples.source = path.filename().string();
        });
    return samples;
}

} // namespace thalweg::surface
