// Small scenes with their pictures, one question each: tests/golden/NAME.yaml draws NAME.png.
//
// UPDATE_GOLDEN=1 writes the pictures anew and then fails, so that nobody takes new pictures for a
// passed test.
#include "support/catch.hpp"
#include "support/picture.hpp"
#include "support/program.hpp"

#include <algorithm>
#include <cstdlib>

using namespace thalweg;
using namespace thalweg::test;

namespace {

namespace fs = std::filesystem;

// Other versions of FreeType and Cairo smooth edges a little differently; anything that moves or
// changes its colour is far beyond these.
constexpr int kMaxDifference = 40;
constexpr double kMeanDifference = 0.1;

std::vector<fs::path> golden_scenes()
{
    std::vector<fs::path> scenes;
    for (const auto& entry : fs::directory_iterator("tests/golden"))
        if (entry.path().extension() == ".yaml")
            scenes.push_back(entry.path());
    std::ranges::sort(scenes);
    return scenes;
}

/// Compares, and keeps both pictures and their difference where they are too far apart.
void check_picture(const std::string& name, const Pixels& drawn, const Pixels& expected)
{
    const Difference d = difference(drawn, expected);
    const bool alike = d.max <= kMaxDifference && d.mean <= kMeanDifference;
    if (!alike) {
        const fs::path folder = fs::path(THALWEG_TEST_OUTPUT) / "golden";
        fs::create_directories(folder);
        write_png((folder / (name + "-out.png")).string(), drawn);
        write_png((folder / (name + "-diff.png")).string(), difference_picture(drawn, expected));
        UNSCOPED_INFO("see " << (folder / (name + "-*.png")).string());
    }
    INFO("max " << d.max << " of " << kMaxDifference << ", mean " << d.mean << " of "
                << kMeanDifference);
    CHECK(alike);
}

} // namespace

TEST_CASE("the golden scenes draw their pictures", "[golden]")
{
    const bool update = std::getenv("UPDATE_GOLDEN") != nullptr;
    const auto scenes = golden_scenes();
    REQUIRE(scenes.size() >= 6);
    for (const fs::path& scene : scenes) {
        const std::string name = scene.stem().string();
        DYNAMIC_SECTION(name)
        {
            const TemporaryFolder folder;
            const Ended ended = run_thalweg(
                {"render", scene.string(), "-o", folder.path().string(), "--progress", "none"});
            INFO(ended.err);
            REQUIRE(ended.code == 0);
            const fs::path golden = fs::path(scene).replace_extension(".png");
            if (update) {
                fs::copy_file(
                    folder / (name + ".png"), golden, fs::copy_options::overwrite_existing);
                FAIL_CHECK(
                    "wrote " << golden.string() << ": look at it, then run without UPDATE_GOLDEN");
            } else {
                check_picture(name, read_png(folder / (name + ".png")), read_png(golden.string()));
            }
        }
    }
}
