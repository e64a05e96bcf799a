#pragma once

#include <filesystem>

namespace thalweg {

// Files on their way: they lie in the folder of the file that they will become, under a name of
// their own that is short and hidden. A lock tells that their process still lives, so that the next
// run removes what a killed one has left.

/// An open file that the process has made and holds the lock of.
struct TemporaryFile {
    int descriptor = -1; ///< -1: it could not be made, and errno says why
    std::filesystem::path path{};
};

/// Makes an empty file in `folder`, readable by its owner alone. The first one in a folder removes
/// the left-overs of killed processes there.
TemporaryFile make_temporary_file(const std::filesystem::path& folder);

/// Gives the file its final name, in place of what has it now, and makes that last on the disk.
///
/// Returns  false where that failed, and errno says why
bool publish_temporary_file(
    const std::filesystem::path& temporary, const std::filesystem::path& target);

void remove_temporary_file(const std::filesystem::path& temporary);

/// Removes all of this process's, for an end without destructors: whoever makes or publishes one
/// from now on waits for ever.
void remove_all_temporary_files() noexcept;

} // namespace thalweg
