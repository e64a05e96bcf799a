#include "surface/data/table.hpp"

#include "surface/data/data_file.hpp"

#include <charconv>
#include <cmath>
#include <limits>

#include <fmt/format.h>

namespace thalweg::surface {

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

/// Takes the first cell off a line, and the separator behind it; in quotes a separator is text.
std::string_view take_cell(std::string_view& line, char separator)
{
    std::size_t end = line.starts_with('"') ? line.find_first_of('"', 1) : 0;
    while (end != line.npos && end + 1 < line.size() && line[end] == '"' && line[end + 1] == '"')
        end = line.find_first_of('"', end + 2);
    end = std::min(end, line.size());
    end = separator == ' ' ? line.find_first_of(kBlank, end) : line.find(separator, end);
    const std::string_view cell = trimmed(line.substr(0, end));
    line.remove_prefix(std::min(end, line.size()));
    return cell;
}

/// A cell's text, its quotes taken off.
void assign_text(std::string& text, std::string_view cell)
{
    text.clear();
    if (cell.size() < 2 || cell.front() != '"' || cell.back() != '"') {
        text = cell;
        return;
    }
    for (std::size_t i = 1; i + 1 < cell.size(); ++i) {
        text += cell[i];
        i += cell[i] == '"' ? 1 : 0; // doubled inside of quotes
    }
}

void cut(std::string_view line, char separator, std::vector<std::string>& cells)
{
    for (std::size_t count = 0;; ++count) {
        if (separator == ' ')
            line = trimmed(line);
        if (count == cells.size())
            cells.emplace_back();
        assign_text(cells[count], take_cell(line, separator));
        if (line.empty())
            return cells.resize(count + 1);
        line.remove_prefix(1);
    }
}

} // namespace

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

void for_each_row(std::string_view text,
    const std::function<void(std::size_t line, std::span<const std::string> cells)>& use)
{
    std::vector<std::string> cells;
    char separator = ' ';
    std::size_t first_line = 0, columns = 0;
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    for (std::size_t line = 1; !text.empty(); ++line) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view content = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::string_view shown = trimmed(content);
        if (shown.empty() || shown.front() == '#')
            continue;
        if (first_line == 0)
            separator = separator_of(shown);
        cut(separator == ' ' ? shown : content, separator, cells);
        if (first_line == 0) {
            first_line = line;
            columns = cells.size();
        }
        if (cells.size() != columns)
            throw DataError(fmt::format("line {} has {} cells, but line {} has {}", line,
                cells.size(), first_line, columns));
        use(line, cells);
    }
}

Table parse_csv(std::string_view text)
{
    Table table;
    for_each_row(text, [&](std::size_t line, std::span<const std::string> cells) {
        if (table.rows == 0) {
            table.columns = cells.size();
            table.first_row.assign(cells.begin(), cells.end());
        }
        if (table.values.size() + cells.size() > kMostNumbers)
            throw DataError(fmt::format("it holds more than {} numbers", kMostNumbers));
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (!read_cell(cells[i], table.values.emplace_back()) && table.rows > 0)
                throw DataError(fmt::format(
                    "line {}, cell {}: \"{}\" is not a number", line, i + 1, excerpt(cells[i])));
        table.lines.push_back(line);
        ++table.rows;
    });
    return table;
}

} // namespace thalweg::surface
