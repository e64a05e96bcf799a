#include "core/interrupt.hpp"
#include "core/error.hpp"
#include "support/catch.hpp"

#include <csignal>

using namespace thalweg;

TEST_CASE("a signal becomes an exception at the next check", "[core]")
{
    catch_interrupts();
    CHECK_NOTHROW(check_interrupt());
    std::raise(SIGTERM);
    try {
        check_interrupt();
        FAIL("nothing was thrown");
    } catch (const Interrupted& interrupted) {
        CHECK(interrupted.signal == SIGTERM);
    }
    catch_interrupts();
    CHECK_NOTHROW(check_interrupt()); // so that the tests that follow can run
}
