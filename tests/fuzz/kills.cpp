// Renders that are killed at random moments.
#include "fuzz/mutator.hpp"
#include "fuzz/rendered_files.hpp"
#include "support/catch.hpp"

#include <chrono>
#include <csignal>
#include <thread>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace thalweg;
using namespace thalweg::fuzz;
using std::chrono::microseconds;

namespace {

pid_t start(std::vector<std::string> words)
{
    std::vector<char*> arguments;
    for (std::string& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(::open("/dev/null", O_WRONLY), STDERR_FILENO);
        std::signal(SIGINT, SIG_DFL); // whoever runs the tests may ignore it
        ::execv(arguments[0], arguments.data());
        ::_exit(126);
    }
    return child;
}

/// How a process ended: its exit code, or 128 + the signal that killed it.
int wait_for(pid_t child)
{
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

} // namespace

TEST_CASE("a render that is killed damages no file, and the next one tidies up", "[fuzz]")
{
    const RenderedFiles files;
    const auto began = std::chrono::steady_clock::now();
    REQUIRE(wait_for(start(files.command())) == 0);
    const auto whole
        = std::chrono::duration_cast<microseconds>(std::chrono::steady_clock::now() - began);

    Random random(1);
    for (int i = 0; i < effort(25, 500); ++i) {
        if (random.chance(50))
            files.place_old_files();
        else
            files.remove_files();
        const int signal = random.one_of<int>({SIGKILL, SIGKILL, SIGTERM, SIGINT});
        const pid_t child = start(files.command());
        std::this_thread::sleep_for(
            microseconds(random.below(static_cast<std::size_t>(whole.count()))));
        ::kill(child, signal);
        const int code = wait_for(child);
        INFO("kill " << i << " with signal " << signal);
        CHECK((code == 0 || code == 128 + signal));
        CHECK(files.damage().empty());
    }
    REQUIRE(wait_for(start(files.command())) == 0);
    CHECK(files.hidden_files().empty());
    CHECK(files.damage().empty());
}
