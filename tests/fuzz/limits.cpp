// Renders on machines that lack something: disks that fill up, memory that runs out, few open files
// and few threads.
#include "fuzz/mutator.hpp"
#include "fuzz/rendered_files.hpp"
#include "support/catch.hpp"

#include <algorithm>

using namespace thalweg;
using namespace thalweg::fuzz;

namespace {

/// Renders under a limit of the shell, such as "-f 20".
test::Ended render_under(const RenderedFiles& files, const std::string& limit)
{
    std::vector<std::string> words
        = {"bash", "-c", "ulimit -c 0; ulimit " + limit + " && exec \"$@\"", "-"};
    std::ranges::copy(files.command(), std::back_inserter(words));
    return test::run_program(words);
}

void check_tidied(const RenderedFiles& files)
{
    REQUIRE(test::run_program(files.command()).code == 0);
    CHECK(files.hidden_files().empty());
    CHECK(files.damage().empty());
}

} // namespace

TEST_CASE("files that may not grow are errors and damage nothing", "[fuzz]")
{
    const RenderedFiles files;
    Random random(2);
    for (int i = 0; i < effort(12, 200); ++i) {
        files.place_old_files();
        const std::string limit = "-f " + std::to_string(random.below(120) + 1); // of 1024 bytes
        const test::Ended ended = render_under(files, limit);
        INFO(limit << ": " << ended.err);
        CHECK((ended.code == 0 || ended.code == 5));
        CHECK(files.damage().empty());
        CHECK(files.hidden_files().empty());
    }
}

TEST_CASE("memory that runs out damages nothing", "[fuzz]")
{
    // Libraries may abort the process there; what counts is what it leaves.
    const RenderedFiles files;
    Random random(3);
    for (int i = 0; i < effort(12, 300); ++i) {
        files.place_old_files();
        const std::string limit = "-v " + std::to_string(200'000 + random.below(900'000));
        const test::Ended ended = render_under(files, limit);
        INFO(limit << ": " << ended.err);
        CHECK(ended.code != 128 + 11); // a segmentation fault would be ours
        CHECK(files.damage().empty());
    }
    check_tidied(files);
}

TEST_CASE("few open files are an error and damage nothing", "[fuzz]")
{
    const RenderedFiles files;
    for (const int most : {5, 6, 7, 8, 9, 10, 12, 16}) {
        files.place_old_files();
        const test::Ended ended = render_under(files, "-n " + std::to_string(most));
        INFO(most << ": " << ended.err);
        CHECK(ended.code < 128);
        CHECK(files.damage().empty());
        CHECK(files.hidden_files().empty());
    }
    check_tidied(files);
}
