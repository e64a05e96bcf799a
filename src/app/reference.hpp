#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace thalweg {

/// One table of kinds, as `list` shows it.
struct ReferenceTable {
    struct Row {
        std::string name, summary;
        std::function<std::string()> page; ///< options, formula, source, ...: all that is known
    };
    std::string_view name; ///< "surfaces"
    std::string_view singular; ///< "surface"
    std::vector<Row> rows;
};

/// Everything that a scene can name, from the tables that the program itself reads.
std::vector<ReferenceTable> reference_tables();

} // namespace thalweg
