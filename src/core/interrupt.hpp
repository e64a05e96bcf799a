#pragma once

namespace thalweg {

/// From now on SIGINT, SIGTERM and SIGHUP only leave a note, which `check_interrupt` turns into an
/// exception; calls that block return at once. A SIGHUP that nohup ignores stays ignored. Closed
/// pipes and files that may not grow are errors of the writes. Notes of earlier signals are
/// forgotten.
void catch_interrupts();

/// Throws Interrupted where a signal has arrived. Loops that last call it once a turn; any thread
/// may.
void check_interrupt();

/// Whether a signal has arrived.
bool is_interrupted();

/// Makes sure that the process ends: 0.1 s after a signal, or at the next one, it ends with 128 +
/// the signal, wherever its threads are, without its temporary files. Until then `check_interrupt`
/// may end it in order. Call it once, after `catch_interrupts`.
///
/// last_words  called before that end; must not block
void end_soon_after_interrupts(void (*last_words)());

} // namespace thalweg
