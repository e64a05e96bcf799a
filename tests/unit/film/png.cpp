#include "film/png.hpp"

#include "film/frame_name.hpp"
#include "support/catch.hpp"
#include "unit/film/reading.hpp"
#include "unit/film/synthetic.hpp"

#include <fmt/format.h>

using namespace thalweg;
using namespace thalweg::film;
using test::read_file;
using test::TemporaryFolder;

TEST_CASE("a PNG gives back every pixel, and says that it is sRGB", "[film]")
{
    const TemporaryFolder folder;
    const auto [width, height] = GENERATE(std::pair{320, 180}, std::pair{1, 1}, std::pair{333, 77});
    write_png_frame(folder / "a.png", synthetic::film(30, 30, width, height), 17);
    const Pixels read = test::read_png(folder / "a.png");
    const test::Difference apart = test::difference(read, synthetic::picture(17, width, height));
    CHECK(apart.max == 0);
    CHECK_THAT(read_file(folder / "a.png"), Catch::Contains("sRGB"));
}

TEST_CASE("a transparent PNG has straight alpha, and nothing where nothing was drawn", "[film]")
{
    const TemporaryFolder folder;
    write_png_frame(folder / "a.png", synthetic::transparent_film(3), 2);
    const Pixels read = reading::decode(folder / "a.png", 320, 180, "bgra").at(0);
    CHECK(reading::pixel(read, 0, 0) == 0);
    CHECK(reading::pixel(read, 319, 179) == 0);
    CHECK(reading::pixel(read, 24, 24) == (0xff000000U | synthetic::kBlocks[0]));
    CHECK(reading::pixel(read, 24, 72) == 0x80804000U);
}

TEST_CASE("a PNG sequence is numbered from 0, the same for any number of jobs", "[film]")
{
    const TemporaryFolder folder;
    const FilmSpec film = synthetic::film(12, 30, 100, 90);
    write_png_sequence(folder / "one-%04d.png", film, 1);
    write_png_sequence(folder / "three-%d.png", film, 3);
    for (int k = 0; k < 12; ++k) {
        const std::string one = folder / fmt::format("one-{:04}.png", k);
        const bool same = read_file(one) == read_file(folder / fmt::format("three-{}.png", k));
        CHECK(same);
        CHECK(test::difference(test::read_png(one), synthetic::picture(k, 100, 90)).max == 0);
    }
    CHECK(!std::filesystem::exists(folder / "one-0012.png"));
}

TEST_CASE("a frame's picture is the same drawn alone or in sequence", "[film]")
{
    const TemporaryFolder folder;
    const FilmSpec film = synthetic::film(12);
    write_png_sequence(folder / "%d.png", film, 1);
    for (const int k : {0, 5, 11}) {
        write_png_frame(folder / "alone.png", film, k);
        const bool same
            = read_file(folder / "alone.png") == read_file(folder / fmt::format("{}.png", k));
        CHECK(same);
    }
}

TEST_CASE("frame patterns hold exactly one number", "[film]")
{
    for (const char* good : {"%d.png", "a-%04d.png", "%09d"})
        CHECK(is_frame_pattern(good));
    for (const char* bad :
        {"a.png", "%s.png", "%4d.png", "%0d.png", "%d%d.png", "%.png", "%04", "100%-%d.png"})
        CHECK_FALSE(is_frame_pattern(bad));
    CHECK(frame_name("a-%04d.png", 7) == "a-0007.png");
    CHECK(frame_name("a-%04d.png", 12345) == "a-12345.png");
    CHECK(frame_name("%d.png", 7) == "7.png");
}
