#pragma once

#include "support/program.hpp"

#include <map>
#include <string>
#include <vector>

namespace thalweg::fuzz {

/// A scene with a file of each kind, and what these files are when nothing disturbs its render.
class RenderedFiles {
public:
    RenderedFiles();

    /// The command line that renders them into the folder again.
    std::vector<std::string> command() const;
    std::string folder() const { return folder_ / "out"; }

    /// Puts older files in the place of all; or removes all.
    void place_old_files() const;
    void remove_files() const;

    /// What a disturbed render may not leave: files that are neither whole nor the old ones, or
    /// other files than those of the scene. A line each; hidden files are passed over.
    std::string damage() const;
    std::vector<std::string> hidden_files() const;

private:
    test::TemporaryFolder folder_;
    std::map<std::string, std::string> whole_; ///< bytes by name
};

} // namespace thalweg::fuzz
