#pragma once

#include "panel/table.hpp"

namespace thalweg::panel {

/// A column of texts below its heading.
struct TableColumn {
    std::string heading{};
    std::vector<std::string> cells{}; ///< one for each run
    bool is_number = true; ///< at the right
};

/// The columns of the read-outs at a moment, without the runs' names.
std::vector<TableColumn> read_outs_at(const experiment::Experiments& experiments,
    std::span<const std::size_t> runs, const experiment::Moment& moment);

/// The columns of the results, likewise.
std::vector<TableColumn> results_of(
    const experiment::Experiments& experiments, std::span<const std::size_t> runs);

/// The widest texts that the read-outs of these runs may show, a column for each of theirs.
std::vector<TableColumn> widest_read_outs(
    const experiment::Experiments& experiments, std::span<const std::size_t> runs);

} // namespace thalweg::panel
