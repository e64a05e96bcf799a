#include "core/interrupt.hpp"
#include "core/atomic_file.hpp"
#include "core/error.hpp"
#include "support/catch.hpp"
#include "support/program.hpp"

#include <csignal>
#include <filesystem>

#include <sys/wait.h>
#include <unistd.h>

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

TEST_CASE("a process that never looks ends after a signal, too, and leaves nothing", "[core]")
{
    for (const int signal_number : {SIGINT, SIGTERM, SIGHUP}) {
        const test::TemporaryFolder folder;
        int ready[2] = {};
        REQUIRE(::pipe(ready) == 0);
        const pid_t child = ::fork();
        if (child == 0) {
            std::signal(SIGHUP, SIG_DFL); // whoever runs the tests may ignore it
            catch_interrupts();
            end_soon_after_interrupts([] {});
            const AtomicFile file(folder / "a");
            static_cast<void>(::write(ready[1], "x", 1));
            for (;;)
                ::pause();
        }
        char byte = 0;
        REQUIRE(::read(ready[0], &byte, 1) == 1);
        CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
        ::kill(child, signal_number);
        int status = 0;
        ::waitpid(child, &status, 0);
        CHECK(WIFEXITED(status));
        CHECK(WEXITSTATUS(status) == 128 + signal_number);
        CHECK(std::filesystem::is_empty(folder.path()));
        ::close(ready[0]);
        ::close(ready[1]);
    }
}

TEST_CASE("a hang-up that nohup ignores stays ignored", "[core]")
{
    std::signal(SIGHUP, SIG_IGN);
    catch_interrupts();
    std::raise(SIGHUP);
    CHECK_FALSE(is_interrupted());
    std::signal(SIGHUP, SIG_DFL);
}
