// Everything that users may copy works: the scenes of the project and the YAML blocks of its
// documentation.
#include "support/catch.hpp"
#include "support/picture.hpp"
#include "support/scenes.hpp"

#include <algorithm>

using namespace thalweg;
using namespace thalweg::test;

namespace {

namespace fs = std::filesystem;

struct Example {
    std::string name, text;
};

std::vector<Example> scenes_of_the_project()
{
    std::vector<Example> examples;
    for (const auto& entry : fs::directory_iterator("scenes"))
        if (entry.path().extension() == ".yaml")
            examples.push_back({.name = entry.path().string(), .text = read_file(entry.path())});
    return examples;
}

/// The ```yaml blocks of a page.
std::vector<Example> blocks_of(const std::string& page)
{
    std::vector<Example> examples;
    bool inside = false;
    for (const std::string& line : lines_of(read_file(page))) {
        if (line.starts_with("```")) {
            inside = line == "```yaml";
            if (inside)
                examples.push_back(
                    {.name = page + " block " + std::to_string(examples.size() + 1), .text = ""});
        } else if (inside) {
            examples.back().text += line + "\n";
        }
    }
    return examples;
}

/// Checks it as it is, then renders its first and last moment and a short film, small.
void check_example(const Example& example)
{
    const TemporaryFolder folder;
    copy_data(folder);
    write_file(folder / "scene.yaml", example.text);
    const Ended checked = run_thalweg({"check", folder / "scene.yaml"});
    INFO(example.name << "\n" << checked.err);
    CHECK(checked.code == 0);

    const Ended rendered = render(with(example.text, "outputs",
                                      "[{file: first.png, size: 480x270, at: start}, "
                                      "{file: last.png, size: 480x270, at: end}, "
                                      "{file: film.mp4, size: 320x180, fps: 2}]"),
        folder);
    INFO(rendered.err);
    REQUIRE(rendered.code == 0);
    CHECK(difference(read_png(folder / "first.png"), read_png(folder / "last.png")).max > 0);
    CHECK(fs::file_size(folder / "film.mp4") > 0);
}

} // namespace

TEST_CASE("every scene of the project renders", "[examples]")
{
    const auto examples = scenes_of_the_project();
    REQUIRE(!examples.empty());
    for (const Example& example : examples)
        check_example(example);
}

TEST_CASE("every YAML block of the documentation renders", "[examples]")
{
    for (const char* page : {"README.md", "docs/architecture.md"}) {
        const auto examples = blocks_of(page);
        CHECK((std::string(page) != "README.md" || examples.size() >= 2));
        for (const Example& example : examples)
            check_example(example);
    }
}
