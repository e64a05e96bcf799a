#pragma once

namespace CLI {
class App;
}

namespace thalweg::app {

// Each adds one command to the command line; its work is done after a command line without mistakes
// has been read, and failures leave it as thalweg's errors.

void add_render(CLI::App& app);
void add_check(CLI::App& app);
void add_trace(CLI::App& app);
void add_map(CLI::App& app);
void add_contours(CLI::App& app);
void add_list(CLI::App& app);

} // namespace thalweg::app
