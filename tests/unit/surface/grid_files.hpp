#pragma once

#include "support/temporary_folder.hpp"
#include "unit/surface/made.hpp"

#include <cmath>
#include <cstring>
#include <string>
#include <vector>

#include <fmt/format.h>

/// Files of grids, and scenes that read them.
namespace thalweg::testing {

/// A scene beside its data files.
struct Scene {
    TemporaryFolder folder;

    Node grid(const std::string& file, std::vector<std::pair<std::string, Node>> more = {}) const
    {
        std::vector<std::pair<std::string, Node>> entries
            = {{"kind", nodes::scalar("grid")}, {"file", nodes::scalar(file)}};
        entries.insert(entries.end(), more.begin(), more.end());
        return nodes::mapping(std::move(entries), (folder / "scene.yaml").string());
    }
    /// What is wrong with a file of this content.
    std::string error(const std::string& name, const std::string& bytes) const
    {
        folder.write(name, bytes);
        const std::string text = complaint(grid(name)),
                          where = (folder / "scene.yaml").string() + ":2:10: ";
        return text.starts_with(where) ? text.substr(where.size()) : text;
    }
};

inline double wave(double x, double y)
{
    return std::sin(1.3 * x) * std::cos(y) + 0.2 * x * y;
}

/// A table of a function with its axes, uneven along x.
inline std::string csv_of(double (*f)(double, double), int columns, int rows, bool falling = false)
{
    const auto x = [&](int i) {
        const double t = i / (columns - 1.0);
        return -1 + 3 * (t + 0.1 * std::sin(3 * t));
    };
    std::string text = "y/x";
    for (int i = 0; i < columns; ++i)
        text += fmt::format(",{}", x(i));
    for (int k = 0; k < rows; ++k) {
        const double y = -2 + 4.0 * (falling ? rows - 1 - k : k) / (rows - 1);
        text += fmt::format("\n{}", y);
        for (int i = 0; i < columns; ++i)
            text += fmt::format(",{}", f(x(i), y));
    }
    return text + "\n";
}

inline std::string npy(const std::string& descr, const std::string& order, const std::string& shape,
    const std::string& data)
{
    std::string header
        = "{'descr': '" + descr + "', 'fortran_order': " + order + ", 'shape': " + shape + ", }";
    header.resize(118 - 10 + 10, ' ');
    header += '\n';
    const auto n = static_cast<unsigned>(header.size());
    return std::string("\x93NUMPY\x01", 7) + '\0' + static_cast<char>(n & 255)
        + static_cast<char>(n >> 8) + header + data;
}

template <class Number>
std::string bytes_of(const std::vector<Number>& numbers)
{
    std::string bytes(numbers.size() * sizeof(Number), '\0');
    std::memcpy(bytes.data(), numbers.data(), bytes.size());
    return bytes;
}

} // namespace thalweg::testing
