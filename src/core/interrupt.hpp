#pragma once

namespace thalweg {

/// From now on SIGINT and SIGTERM only leave a note, which `check_interrupt` turns into an
/// exception. Notes of earlier signals are forgotten.
void catch_interrupts();
/// Throws Interrupted where a signal has arrived. Loops that last call it once a turn; any thread
/// may.
void check_interrupt();

} // namespace thalweg
