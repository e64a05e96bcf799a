// Every file of tests/bad_scenes holds one mistake. Its leading comment lines are the messages that
// it must lead to, all of them and in this order, each without the file's name.
#include "scene/scene.hpp"

#include "core/error.hpp"
#include "support/catch.hpp"
#include "support/program.hpp"

#include <algorithm>
#include <sstream>

using namespace thalweg;
using namespace thalweg::scene;

namespace {

std::vector<std::string> expected_messages(const std::filesystem::path& file)
{
    std::istringstream text(test::read_file(file));
    std::vector<std::string> messages;
    for (std::string line; std::getline(text, line) && line.starts_with("# ");)
        messages.push_back(line.substr(2));
    return messages;
}

/// What loading says, a line each, without "file:" before it.
std::vector<std::string> messages(const std::filesystem::path& file)
{
    std::vector<std::string> lines;
    try {
        load_scene(file);
    } catch (const Error& error) {
        std::istringstream text(error.what());
        for (std::string line; std::getline(text, line);) {
            CHECK(line.starts_with(file.string() + ":"));
            line.erase(0, file.string().size() + 1);
            lines.push_back(line.substr(line.find_first_not_of(' ')));
        }
        const bool is_limit = std::ranges::any_of(
            lines, [](const std::string& line) { return line.find(" more than ") != line.npos; });
        const bool is_nesting = lines.front().find("nested more than") != std::string::npos;
        CHECK(error.code() == (is_limit && !is_nesting ? Exit::limit : Exit::scene));
    }
    return lines;
}

} // namespace

TEST_CASE("every mistake is told with its place", "[scene]")
{
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator("tests/bad_scenes")) {
        INFO(entry.path());
        CHECK(messages(entry.path()) == expected_messages(entry.path()));
        ++files;
    }
    CHECK(files > 50);
}

TEST_CASE("a file that is not there, or no file, is told", "[scene]")
{
    CHECK_THROWS_WITH(load_scene("nowhere/scene.yaml"),
        "nowhere/scene.yaml: could not be read: No such file or directory");
    CHECK_THROWS_WITH(load_scene("tests"), "tests: could not be read: Is a directory");
}

TEST_CASE("a file of more than 1 MiB is refused, and the message says how to read it", "[scene]")
{
    const test::TemporaryFolder folder;
    const std::string scene = "surface: bowl\noptimizers: [momentum]\n";
    const auto padded
        = [&](std::size_t bytes) { return scene + std::string(bytes - scene.size(), '#'); };
    test::write_file(folder / "fits.yaml", padded(1 << 20));
    test::write_file(folder / "large.yaml", padded((1 << 20) + 1));
    CHECK_NOTHROW(load_scene(folder / "fits.yaml"));
    CHECK_THROWS_AS(load_scene(folder / "large.yaml"), LimitError);
    CHECK_THROWS_WITH(load_scene(folder / "large.yaml"), Catch::Contains("THALWEG_MAX_BYTES"));
}
