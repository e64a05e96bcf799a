#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace thalweg::surface {

inline constexpr std::size_t kMostNumbers = 4u << 20;

/// Numbers in rows of equal length. NaN where a cell is empty or says so.
struct Table {
    std::size_t rows = 0, columns = 0;
    std::vector<double> values; ///< row by row
    std::vector<std::string>
        first_row{}; ///< as written; empty where the file holds numbers only in binary form
    std::vector<std::size_t> lines{}; ///< where each row stands in a text, from 1

    double at(std::size_t row, std::size_t column) const { return values[row * columns + column]; }
};

/// Calls `use` with each row of a text: one per line, cells separated by semicolons, commas, tabs
/// or spaces, in quotes or without. Blank lines and lines that begin with # are skipped.
///
/// Throws  DataError with the line where a row is longer or shorter than the first
void for_each_row(std::string_view text,
    const std::function<void(std::size_t line, std::span<const std::string> cells)>& use);

/// The number in a cell, NaN where it is empty, NaN or infinite; false where it is text.
bool read_cell(std::string_view cell, double& value);

/// The rows of a text as numbers. Only cells of the first row may be text; they count as NaN.
///
/// Throws  DataError with the line
Table parse_csv(std::string_view text);

inline bool is_npy(std::string_view bytes)
{
    return bytes.starts_with("\x93NUMPY");
}

/// The binary format of NumPy: one array of two dimensions of integers or floating-point numbers.
///
/// Source  NumPy reference, numpy.lib.format
/// Throws  DataError
Table parse_npy(std::string_view bytes);

} // namespace thalweg::surface
