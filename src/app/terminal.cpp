#include "app/terminal.hpp"

#include "core/error.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <unistd.h>

namespace thalweg::app {

namespace {

/// False where not all could be written; errno says why.
bool write_all(int descriptor, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t n = ::write(descriptor, text.data(), text.size());
        if (n < 0 && errno == EINTR)
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

void print(std::string_view text)
{
    if (!write_all(STDOUT_FILENO, text))
        throw OutputError("write to standard output", std::strerror(errno));
}

void tell(std::string_view line)
{
    (void)write_all(STDERR_FILENO, fmt::format("{}\n", line));
}

void tell_part(std::string_view text)
{
    (void)write_all(STDERR_FILENO, text);
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
