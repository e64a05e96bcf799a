#include "core/interrupt.hpp"

#include "core/error.hpp"

#include <atomic>
#include <csignal>

namespace thalweg {

namespace {
/// The signal that arrived, or 0. Handlers write it and any thread reads it, so it must not lock.
std::atomic<int> arrived = 0;
static_assert(std::atomic<int>::is_always_lock_free);
void note(int signal_number)
{
    arrived = signal_number;
}
} // namespace

void catch_interrupts()
{
    arrived = 0;
    std::signal(SIGINT, note);
    std::signal(SIGTERM, note);
    std::signal(SIGPIPE, SIG_IGN); // a closed pipe is an error of the write, reported as such
}

void check_interrupt()
{
    if (const int signal_number = arrived; signal_number != 0)
        throw Interrupted(signal_number);
}

} // namespace thalweg
