#include "app/terminal.hpp"

#include "core/error.hpp"
#include "core/interrupt.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace thalweg::app {

namespace {

/// False where not all could be written; errno says why.
bool write_all(int descriptor, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t n = ::write(descriptor, text.data(), text.size());
        if (n < 0 && errno == EINTR && !is_interrupted())
            continue;
        if (n <= 0)
            return false;
        text.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

bool wants_color()
{
    const char* no_color = std::getenv("NO_COLOR");
    const char* term = std::getenv("TERM");
    const bool is_dumb = term && std::string_view(term) == "dumb";
    return is_terminal_stderr() && !(no_color && *no_color) && !is_dumb;
}

} // namespace

void open_standard_streams()
{
    // Only for reading: a write to it fails as a write to the closed stream would.
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (::fcntl(descriptor, F_GETFD) < 0)
            ::open("/dev/null", O_RDONLY); // takes the lowest free number, which is this one
}

void print(std::string_view text)
{
    if (write_all(STDOUT_FILENO, text))
        return;
    const int reason = errno;
    check_interrupt();
    if (reason == EPIPE)
        throw Interrupted(SIGPIPE);
    throw OutputError("write to standard output", std::strerror(reason));
}

void tell(std::string_view line)
{
    (void)write_all(STDERR_FILENO, fmt::format("{}\n", line));
}

void tell_part(std::string_view text)
{
    (void)write_all(STDERR_FILENO, text);
}

void tell_if_free(std::string_view line)
{
    pollfd standard_error{.fd = STDERR_FILENO, .events = POLLOUT, .revents = 0};
    if (::poll(&standard_error, 1, 0) == 1)
        tell(line);
}

std::string tinted(std::string_view text, Tint tint)
{
    static const bool color = wants_color();
    if (!color)
        return std::string(text);
    constexpr const char* kCodes[] = {"1", "31", "33", "32"};
    return fmt::format("\x1b[{}m{}\x1b[0m", kCodes[static_cast<std::size_t>(tint)], text);
}

bool is_terminal_stderr()
{
    return ::isatty(STDERR_FILENO) == 1;
}

} // namespace thalweg::app
