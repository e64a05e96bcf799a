#include "surface/data/table.hpp"

#include "surface/data/data_file.hpp"

#include <charconv>
#include <cmath>
#include <limits>

#include <fmt/format.h>

namespace thalweg {

namespace {

constexpr std::string_view kBlank = " \t\r";

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(kBlank);
    return first == text.npos ? "" : text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

/// The first of the usual separators that a line uses; a space stands for any run of blanks.
char separator_of(std::string_view line)
{
    for (const char c : {';', ',', '\t'})
        if (line.find(c) != line.npos)
            return c;
    return ' ';
}

void cut(std::string_view line, char separator, std::vector<std::string_view>& cells)
{
    cells.clear();
    while (true) {
        const std::size_t end
            = separator == ' ' ? line.find_first_of(kBlank) : line.find(separator);
        cells.push_back(trimmed(line.substr(0, end)));
        if (end == line.npos)
            return;
        line.remove_prefix(end + 1);
        if (separator == ' ')
            line = trimmed(line);
    }
}

/// False where the cell is text. Infinite cells are holes too.
bool read_cell(std::string_view cell, double& value)
{
    value = std::numeric_limits<double>::quiet_NaN();
    if (cell.empty())
        return true;
    if (cell.front() == '+')
        cell.remove_prefix(1);
    double number = 0;
    const auto [stop, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (error != std::errc() || stop != cell.data() + cell.size())
        return false;
    if (std::isfinite(number))
        value = number;
    return true;
}

} // namespace

Table parse_csv(std::string_view text)
{
    Table table;
    std::vector<std::string_view> cells;
    char separator = ' ';
    std::size_t first_line = 0;
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    for (std::size_t line = 1; !text.empty(); ++line) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view content = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::string_view shown = trimmed(content);
        if (shown.empty() || shown.front() == '#')
            continue;
        if (table.rows == 0)
            separator = separator_of(shown);
        cut(separator == ' ' ? shown : content, separator, cells);
        if (table.rows == 0) {
            first_line = line;
            table.columns = cells.size();
            table.first_row.assign(cells.begin(), cells.end());
        }
        if (cells.size() != table.columns)
            throw DataError(fmt::format("line {} has {} cells, but line {} has {}", line,
                cells.size(), first_line, table.columns));
        if (table.values.size() + cells.size() > kMostNumbers)
            throw DataError(fmt::format("it holds more than {} numbers", kMostNumbers));
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (!read_cell(cells[i], table.values.emplace_back()) && table.rows > 0)
                throw DataError(fmt::format("line {}, cell {}: \"{}\" is not a number", line, i + 1,
                    cells[i].substr(0, 40)));
        ++table.rows;
    }
    return table;
}

} // namespace thalweg
