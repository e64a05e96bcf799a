#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace thalweg {

inline constexpr std::size_t kMostNumbers = 4u << 20;

/// Numbers in rows of equal length. NaN where a cell is empty or says so.
struct Table {
    std::size_t rows = 0, columns = 0;
    std::vector<double> values; ///< row by row
    std::vector<std::string>
        first_row{}; ///< as written; empty where the file holds numbers only in binary form

    double at(std::size_t row, std::size_t column) const { return values[row * columns + column]; }
};

/// Text with a row per line, cells separated by semicolons, commas, tabs or spaces. Blank lines and
/// lines from # on are skipped. Only cells of the first row may be text; they count as NaN.
///
/// Throws  DataError with the line
Table parse_csv(std::string_view text);

/// The binary format of NumPy: one array of two dimensions of integers or floating-point numbers.
///
/// Source  NumPy reference, numpy.lib.format
/// Throws  DataError
Table parse_npy(std::string_view bytes);

} // namespace thalweg
