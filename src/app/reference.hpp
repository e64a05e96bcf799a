#pragma once

#include "core/options.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace thalweg::app {

/// All that is known of one kind.
struct ReferencePage {
    struct Fact {
        std::string name, value; ///< "source", "D. M. Himmelblau, ..."
    };
    std::string name, summary;
    std::vector<Fact> facts; ///< a name may stand several times
    std::vector<OptionInfo> options;
};

/// One table of kinds, as `list` shows it.
struct ReferenceTable {
    struct Row {
        std::string name, summary;
        std::function<ReferencePage()> page;
    };
    std::string_view name; ///< "surfaces"
    std::string_view singular; ///< "surface"
    std::vector<Row> rows;
    bool has_options = true; ///< of words that take none, a page is a line each
    std::string_view about{}; ///< as Markdown, before the table of a page
};

/// Everything that a scene can name, from the tables that the program itself reads.
std::vector<ReferenceTable> reference_tables();

} // namespace thalweg::app
