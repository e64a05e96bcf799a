// Wrong command lines, help and version.
#include "support/catch.hpp"
#include "support/program.hpp"
#include "support/scenes.hpp"

using namespace thalweg::test;
using Catch::Contains;

namespace {

void check_usage_error(const std::vector<std::string>& words, const std::string& message)
{
    const Ended ended = run_thalweg(words);
    INFO(ended.err);
    CHECK(ended.code == 2);
    CHECK(ended.out.empty());
    CHECK_THAT(ended.err, Contains(message) && Contains("Usage: thalweg"));
}

} // namespace

TEST_CASE("a wrong command line ends with 2, a message and the usage line", "[app]")
{
    check_usage_error({}, "which command?");
    check_usage_error({"rendr"}, "there is no command \"rendr\" (did you mean \"render\"?)");
    check_usage_error({"--bogus"}, "--bogus");
    check_usage_error({"trace"}, "SCENE is required");
    check_usage_error({"trace", "a.yaml", "b.yaml"}, "b.yaml");
    check_usage_error(
        {"trace", "a.yaml", "--every", "0"}, "--every must be a whole number, at least 1");
    check_usage_error({"trace", "a.yaml", "--every", "1e99"}, "--every must be a whole number");
    check_usage_error({"trace", "a.yaml", "--format", "cvs"}, "did you mean \"csv\"?");
    check_usage_error({"trace", "a.yaml", "--set", "steps"}, "--set takes KEY=VALUE");
    check_usage_error({"map", "a.yaml", "--columns", "1"}, "at least 2 and at most 1000");
    check_usage_error({"contours", "scenes/rosenbrock.yaml", "--level", "nan"}, "finite number");
    check_usage_error({"contours", "scenes/rosenbrock.yaml", "--tolerance", "0"}, "above 0");
    check_usage_error({"render", "a.yaml", "-j", "0"}, "at least 1");
    check_usage_error({"render", "a.yaml", "-q", "best"}, "must be one of draft, standard, high");
    check_usage_error({"render", "a.yaml", "--at", "noon"}, "--at takes start, end");
    check_usage_error({"render", "scenes/rosenbrock.yaml", "--only", "*.txt"}, "no output matches");
    check_usage_error({"list", "surfacs"}, "did you mean \"surfaces\"?");
    check_usage_error({"list", "surfaces", "rosenbrok"}, "did you mean \"rosenbrock\"?");
    check_usage_error({"trace", "scenes/rosenbrock.yaml", "--run", "momentun 0.9"}, "did you mean");
}

TEST_CASE("help and version go to standard output", "[app]")
{
    const Ended version = run_thalweg({"--version"});
    CHECK(version.code == 0);
    CHECK_THAT(version.out, Catch::StartsWith("thalweg 0."));

    const Ended help = run_thalweg({"--help"});
    CHECK(help.code == 0);
    CHECK(help.err.empty());
    for (const std::string command : {"render", "check", "trace", "map", "contours", "list"}) {
        CHECK_THAT(help.out, Contains("\n  " + command + " "));
        const Ended one = run_thalweg({command, "--help"});
        CHECK(one.code == 0);
        CHECK_THAT(one.out, Contains("Usage: thalweg " + command));
        CHECK(one.err.empty());
    }
}

TEST_CASE("standard output that takes nothing ends with 5", "[app]")
{
    for (const std::string arguments : {"list", "--help", "--version", "map scenes/rosenbrock.yaml",
             "trace scenes/rosenbrock.yaml"}) {
        const Ended ended = run_program({"sh", "-c", "\"$THALWEG\" " + arguments + " >/dev/full"});
        CHECK(ended.code == 5);
        CHECK_THAT(ended.err, Contains("could not write to standard output: No space left"));
    }
}

TEST_CASE("without a terminal, or with NO_COLOR, messages carry no colours", "[app]")
{
    CHECK_THAT(run_thalweg({"bogus"}).err, !Contains("\x1b"));
    // `script` gives the program a terminal, unless the system has none to give.
    const auto on_terminal = [](const std::string& command) {
        return run_program({"script", "-qec", command, "/dev/null"}).out;
    };
    if (on_terminal("test -t 1 && echo here").find("here") == std::string::npos) {
        WARN("no pseudo-terminals here: colours are not checked");
        return;
    }
    const auto bogus = [&](const std::string& environment) {
        return on_terminal(environment + " TERM=xterm \"$THALWEG\" bogus");
    };
    CHECK_THAT(bogus("NO_COLOR="), Contains("\x1b[31m"));
    CHECK_THAT(bogus("NO_COLOR=1"), !Contains("\x1b"));
}
