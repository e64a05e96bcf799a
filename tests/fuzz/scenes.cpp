// Scenes of the right form with any values: a picture or a located error, and check knows which.
#include "core/utf8.hpp"
#include "fuzz/scene_writer.hpp"
#include "support/catch.hpp"
#include "support/program.hpp"

#include <filesystem>

using namespace thalweg;
using namespace thalweg::fuzz;

namespace {

/// The program's words under limits that only an endless loop or a leak reaches.
test::Ended run_limited(const std::vector<std::string>& words)
{
    std::vector<std::string> limited
        = {"bash", "-c", "ulimit -c 0; ulimit -t 120; exec \"$THALWEG\" \"$@\"", "-"};
    limited.insert(limited.end(), words.begin(), words.end());
    return test::run_program(limited);
}

bool is_expected(int code)
{
    return code == 0 || code == 3 || code == 4;
}

} // namespace

TEST_CASE("any scene is rendered or refused, and check says so before", "[fuzz]")
{
    Random random(4);
    int rendered = 0;
    const int scenes = effort(20, 2000);
    for (int i = 0; i < scenes; ++i) {
        const test::TemporaryFolder folder;
        const std::string scene = write_scene(random);
        test::write_file(folder / "scene.yaml", scene);
        const test::Ended checked = run_limited({"check", folder / "scene.yaml"});
        const test::Ended ended = run_limited(
            {"render", folder / "scene.yaml", "-o", folder / "out", "--progress", "none"});
        INFO("scene " << i << ":\n"
                      << scene << "check: " << checked.err << "\nrender: " << ended.err);
        CHECK(is_expected(checked.code));
        CHECK(checked.code == ended.code);
        CHECK(unprintable_part(checked.err).empty());
        CHECK(checked.err.find("out of memory") == std::string::npos);
        if (ended.code != 0)
            CHECK_FALSE(std::filesystem::exists(folder / "out"));
        else
            ++rendered;
    }
    CHECK(rendered > scenes / 4); // otherwise the writer would not test much
}
