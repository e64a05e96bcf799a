#include "core/interrupt.hpp"

#include "core/error.hpp"

#include <csignal>

namespace thalweg {

namespace {
volatile std::sig_atomic_t arrived = 0;
void note(int signal_number)
{
    arrived = signal_number;
}
} // namespace

void catch_interrupts()
{
    std::signal(SIGINT, note);
    std::signal(SIGTERM, note);
    std::signal(SIGPIPE, SIG_IGN); // a closed pipe is an error of the write, reported as such
}

void check_interrupt()
{
    if (arrived != 0)
        throw Interrupted(arrived);
}

} // namespace thalweg
