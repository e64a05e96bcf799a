// Small scenes with their pictures, one question each: tests/golden/NAME.yaml draws NAME.png, or a
// page NAME.svg that librsvg turns into one.
//
// UPDATE_GOLDEN=1 writes the pictures anew and then fails, so that nobody takes new pictures for a
// passed test.
#include "support/catch.hpp"
#include "support/picture.hpp"
#include "support/scenes.hpp"

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

/// The picture that a scene has drawn, as a PNG file; pages have two pixels a point.
std::string drawn_file(const TemporaryFolder& folder, const std::string& name)
{
    if (fs::exists(folder / (name + ".svg")))
        output_of({"rsvg-convert", "-d", "144", "-p", "144", "-o", folder / (name + ".png"),
            folder / (name + ".svg")});
    return folder / (name + ".png");
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
    REQUIRE(scenes.size() >= 20);
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
                    drawn_file(folder, name), golden, fs::copy_options::overwrite_existing);
                FAIL_CHECK(
                    "wrote " << golden.string() << ": look at it, then run without UPDATE_GOLDEN");
            } else {
                check_picture(name, read_png(drawn_file(folder, name)), read_png(golden.string()));
            }
        }
    }
}
