#pragma once

#include "support/program.hpp"

namespace thalweg::test {

/// The name of Chromium's program, as a shell finds it; empty where there is none.
std::string browser();

/// Shows a page in Chromium, without a window and without a network; its own files lie in the
/// folder. Requires that it succeeds.
///
/// options  such as --screenshot=FILE or --dump-dom
/// page     a file
/// Returns  what it printed
std::string browse(const TemporaryFolder& folder, const std::vector<std::string>& options,
    const std::string& page);

} // namespace thalweg::test
