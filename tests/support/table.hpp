#pragma once

#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace thalweg::test {

/// The rows of a CSV file by their first column; the other columns are numbers.
inline std::map<std::string, std::vector<std::vector<double>>> read_table(const std::string& name)
{
    std::ifstream file(name);
    std::string line;
    if (!std::getline(file, line))
        throw std::runtime_error("no table " + name);
    std::map<std::string, std::vector<std::vector<double>>> rows;
    while (std::getline(file, line)) {
        std::istringstream fields(line);
        std::string key, field;
        std::getline(fields, key, ',');
        auto& row = rows[key].emplace_back();
        while (std::getline(fields, field, ','))
            row.push_back(std::stod(field));
    }
    return rows;
}

} // namespace thalweg::test
