#pragma once

namespace thalweg::app {

/// The program: reads the command line, runs the command, reports what went wrong.
///
/// Returns  the exit code
int run_app(int argc, char** argv);

} // namespace thalweg::app
