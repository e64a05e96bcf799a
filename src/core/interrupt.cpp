#include "core/interrupt.hpp"

#include "core/error.hpp"
#include "core/temporary_files.hpp"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <thread>

#include <semaphore.h>
#include <unistd.h>

namespace thalweg {

namespace {

constexpr long kGrace_ns = 100'000'000, kSecond_ns = 1'000'000'000;

/// The signal that arrived, or 0. Handlers write it and any thread reads it, so it must not lock.
std::atomic<int> arrived = 0;
static_assert(std::atomic<int>::is_always_lock_free);

/// Counts the signals that nobody has waited for yet.
struct Arrivals {
    Arrivals() { ::sem_init(&semaphore, 0, 0); }
    sem_t semaphore{};
};
Arrivals arrivals;

void note(int signal_number)
{
    const int kept = errno;
    arrived = signal_number;
    ::sem_post(&arrivals.semaphore);
    errno = kept;
}

void handle(int signal_number, void (*handler)(int))
{
    struct sigaction action { };
    action.sa_handler = handler; // no SA_RESTART: a write to a stalled pipe returns
    ::sigaction(signal_number, &action, nullptr);
}

bool is_ignored(int signal_number)
{
    struct sigaction action { };
    return ::sigaction(signal_number, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

void wait_for_signal()
{
    while (::sem_wait(&arrivals.semaphore) != 0) { }
}

/// Until the next signal, but not long.
void wait_out_grace()
{
    timespec end{};
    ::clock_gettime(CLOCK_MONOTONIC, &end);
    end.tv_nsec += kGrace_ns;
    end.tv_sec += end.tv_nsec / kSecond_ns;
    end.tv_nsec %= kSecond_ns;
    while (::sem_clockwait(&arrivals.semaphore, CLOCK_MONOTONIC, &end) != 0 && errno == EINTR) { }
}

} // namespace

void catch_interrupts()
{
    arrived = 0;
    handle(SIGINT, note);
    handle(SIGTERM, note);
    if (!is_ignored(SIGHUP))
        handle(SIGHUP, note);
    handle(SIGPIPE, SIG_IGN);
    handle(SIGXFSZ, SIG_IGN);
}

void check_interrupt()
{
    if (const int signal_number = arrived; signal_number != 0)
        throw Interrupted(signal_number);
}

bool is_interrupted()
{
    return arrived != 0;
}

void end_soon_after_interrupts(void (*last_words)())
{
    std::thread([last_words] {
        wait_for_signal();
        wait_out_grace();
        remove_all_temporary_files();
        last_words();
        ::_exit(128 + arrived);
    }).detach();
}

} // namespace thalweg
