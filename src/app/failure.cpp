#include "app/failure.hpp"

#include "app/terminal.hpp"
#include "core/error.hpp"
#include "core/interrupt.hpp"
#include "core/utf8.hpp"

#include <fmt/format.h>

#include <atomic>
#include <csignal>
#include <new>

namespace thalweg::app {

namespace {

std::string error_line(std::string_view message)
{
    return fmt::format("{} {}", tinted("thalweg:", Tint::red), printable(message));
}

int tell_kind(const Error& error)
{
    if (error.code() == Exit::scene) // every problem already begins with its file
        tell(printable(error.what()));
    else
        tell_error(error.what());
    return static_cast<int>(error.code());
}

int tell_end(int signal_number)
{
    if (signal_number != SIGPIPE) // who has read enough knows
        tell_interrupted();
    return 128 + signal_number;
}

} // namespace

int tell_failure(const std::exception_ptr& failure)
{
    try {
        check_interrupt(); // what fails because of a signal is no failure of its own
        std::rethrow_exception(failure);
    } catch (const Told& told) {
        return told.exit_code;
    } catch (const Error& error) {
        return tell_kind(error);
    } catch (const Interrupted& interrupted) {
        return tell_end(interrupted.signal);
    } catch (const std::bad_alloc&) {
        tell_error("out of memory");
        return static_cast<int>(Exit::limit);
    } catch (const std::exception& error) {
        tell_error(error.what());
        return static_cast<int>(Exit::render);
    }
}

void tell_error(std::string_view message)
{
    tell(error_line(message));
}

void tell_warning(const Location& where, std::string_view message)
{
    tell(fmt::format("{}: {} {}", printable(where.text()), tinted("warning:", Tint::yellow),
        printable(message)));
}

void tell_interrupted()
{
    static std::atomic_flag told;
    if (!told.test_and_set())
        tell_if_free(error_line("interrupted; nothing half-written is left behind"));
}

} // namespace thalweg::app
