#include "film/gif.hpp"

#include "core/error.hpp"
#include "support/catch.hpp"
#include "unit/film/reading.hpp"
#include "unit/film/synthetic.hpp"

using namespace thalweg;
using namespace thalweg::film;
using namespace reading;
using test::read_file;
using test::TemporaryFolder;

namespace {

/// The delays of a GIF in hundredths of a second, from its graphic control extensions.
/// Source  CompuServe, Graphics Interchange Format version 89a, section 23
std::vector<int> delays(const std::string& gif)
{
    std::vector<int> found;
    const std::string mark("\x21\xf9\x04", 3);
    for (std::size_t at = gif.find(mark); at != std::string::npos; at = gif.find(mark, at + 8))
        if (at + 7 < gif.size() && gif[at + 7] == '\0')
            found.push_back(static_cast<unsigned char>(gif[at + 4])
                + 256 * static_cast<unsigned char>(gif[at + 5]));
    return found;
}

} // namespace

TEST_CASE("a GIF's delays are exact, and it loops for ever", "[film]")
{
    const TemporaryFolder folder;
    const auto [fps, delay]
        = GENERATE(std::pair{25, 4}, std::pair{50, 2}, std::pair{10, 10}, std::pair{1, 100});
    const int frames = GENERATE(1, 2, 23);
    write_gif(folder / "a.gif", synthetic::film(frames, fps, 160, 90), 2);
    const std::string bytes = read_file(folder / "a.gif");
    CHECK(delays(bytes) == std::vector<int>(static_cast<std::size_t>(frames), delay));
    const std::string loop("NETSCAPE2.0\x03\x01\x00\x00", 15);
    CHECK((frames == 1 || bytes.find(loop) != std::string::npos));
}

TEST_CASE("flat colours of a GIF are exact in every frame", "[film]")
{
    const TemporaryFolder folder;
    const FilmSpec film = synthetic::film(40, 25, 322, 180);
    write_gif(folder / "a.gif", film, 2);
    const std::vector<Pixels> frames = decode(folder / "a.gif", film.width, film.height);
    REQUIRE(frames.size() == 40);
    for (int k = 0; k < 40; ++k)
        CHECK(test::difference(frames[static_cast<std::size_t>(k)],
                  synthetic::picture(k, film.width, film.height))
                  .max
            == 0);
}

TEST_CASE("a GIF with more colours than it may have comes near to all of them", "[film]")
{
    struct Gradient final : FrameSource {
        Pixels pixels{256, 64};
        const Pixels& draw(int, TileSet& changed) override
        {
            changed.add_all();
            for (int y = 0; y < 64; ++y)
                for (int x = 0; x < 256; ++x)
                    pixels.row(y)[static_cast<std::size_t>(x)]
                        = static_cast<std::uint32_t>(x << 16 | (255 - x) << 8 | 2 * y);
            return pixels;
        }
    };
    const TemporaryFolder folder;
    const FilmSpec film{.width = 256, .height = 64, .fps = 25, .frames = 2, .source = [] {
                            return std::make_unique<Gradient>();
                        }};
    write_gif(folder / "a.gif", film, 1);
    TileSet changed(256, 64);
    Gradient gradient;
    const test::Difference apart
        = test::difference(decode(folder / "a.gif", 256, 64).at(1), gradient.draw(0, changed));
    CHECK(apart.max <= 32);
    CHECK(apart.mean <= 6);
}

TEST_CASE("the bytes of a GIF do not depend on the number of jobs, nor on the run", "[film]")
{
    const TemporaryFolder folder;
    const FilmSpec film = synthetic::film(30, 25);
    write_gif(folder / "1.gif", film, 1);
    for (const int jobs : {1, 2, 3}) {
        write_gif(folder / "n.gif", film, jobs);
        const bool same = read_file(folder / "n.gif") == read_file(folder / "1.gif");
        CHECK(same);
    }
}

TEST_CASE("rates that a GIF cannot tell are refused", "[film]")
{
    const TemporaryFolder folder;
    for (const int fps : {30, 60, 24, 100, 3})
        CHECK_THROWS_AS(write_gif(folder / "a.gif", synthetic::film(3, fps), 1), OutputError);
    CHECK(std::filesystem::is_empty(folder.path()));
}
