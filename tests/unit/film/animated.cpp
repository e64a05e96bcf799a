// Animated PNG, decoded by ffmpeg; animated WebP, which ffmpeg cannot read, taken apart by the
// container's specification and its pictures decoded by ffmpeg.
#include "film/apng.hpp"
#include "film/webp.hpp"
#include "support/catch.hpp"
#include "unit/film/reading.hpp"
#include "unit/film/synthetic.hpp"

using namespace thalweg;
using namespace thalweg::film;
using namespace reading;
using test::read_file;
using test::TemporaryFolder;

namespace {

/// The frame `k` of a film, with straight alpha where it is transparent.
Pixels wanted(const FilmSpec& film, int k)
{
    TileSet changed(film.width, film.height);
    Pixels pixels = film.source()->draw(k, changed);
    if (!film.beneath)
        return pixels;
    for (int y = 0; y < film.height; ++y)
        for (std::uint32_t& pixel : pixels.row(y))
            if (pixel == synthetic::TransparentSource::kHalf)
                pixel = 0x80804000U;
    return pixels;
}

/// Are they the same, with alpha where the film has it?
bool same(const Pixels& a, const Pixels& b, const FilmSpec& film)
{
    const std::uint32_t mask = film.beneath ? 0xffffffffU : 0xffffffU;
    for (int y = 0; y < film.height; ++y)
        for (int x = 0; x < film.width; ++x)
            if ((pixel(a, x, y) & mask) != (pixel(b, x, y) & mask))
                return false;
    return true;
}

std::uint32_t number(const std::string& bytes, std::size_t at, int count)
{
    std::uint32_t value = 0;
    for (int i = count - 1; i >= 0; --i)
        value = value << 8 | static_cast<unsigned char>(bytes.at(at + static_cast<std::size_t>(i)));
    return value;
}

/// Numerator and denominator of each frame's delay, in seconds.
///
/// Source  W3C, PNG Specification (Third Edition), section 11.3.6.2, "fcTL"
std::vector<std::pair<int, int>> delays(const std::string& png)
{
    const auto field = [&](std::size_t at) {
        return static_cast<unsigned char>(png.at(at)) << 8
            | static_cast<unsigned char>(png.at(at + 1));
    };
    std::vector<std::pair<int, int>> found;
    for (std::size_t at = png.find("fcTL"); at != png.npos; at = png.find("fcTL", at + 1))
        found.emplace_back(field(at + 24), field(at + 26));
    return found;
}

struct WebpFrame {
    PixelRect part;
    int duration_ms = 0;
    bool blends = false; ///< else replaces
    std::string picture; ///< as a WebP of its own
};

/// Source  RFC 9649, section 2.7
std::vector<WebpFrame> take_apart(const std::string& file)
{
    REQUIRE(file.substr(0, 4) == "RIFF");
    REQUIRE(number(file, 4, 4) == file.size() - 8);
    REQUIRE(file.substr(8, 8) == "WEBPVP8X");
    std::vector<WebpFrame> frames;
    for (std::size_t at = 12; at < file.size();) {
        const std::size_t size = number(file, at + 4, 4), data = at + 8;
        if (file.substr(at, 4) == "ANMF") {
            const auto field = [&](std::size_t offset) {
                return static_cast<int>(number(file, data + offset, 3));
            };
            const std::uint32_t flags = number(file, data + 15, 1);
            CHECK((flags & ~2U) == 0); // it stays
            const std::string body = file.substr(data + 16, size - 16);
            std::string length;
            for (int shift = 0; shift < 32; shift += 8)
                length += static_cast<char>((body.size() + 4) >> shift);
            frames.push_back({{2 * field(0), 2 * field(3), field(6) + 1, field(9) + 1}, field(12),
                flags == 0, "RIFF" + length + "WEBP" + body});
        }
        at = data + size + size % 2;
    }
    return frames;
}

/// The pictures that a viewer shows, one after another.
std::vector<Pixels> play(const std::vector<WebpFrame>& frames, const FilmSpec& film)
{
    const TemporaryFolder folder;
    std::vector<Pixels> shown;
    Pixels screen(film.width, film.height);
    for (const WebpFrame& frame : frames) {
        test::write_file(folder / "part.webp", frame.picture);
        const Pixels part
            = decode(folder / "part.webp", frame.part.width, frame.part.height, "bgra").at(0);
        for (int y = 0; y < frame.part.height; ++y)
            for (int x = 0; x < frame.part.width; ++x) {
                const std::uint32_t over = pixel(part, x, y);
                if (frame.blends && over >> 24 == 0)
                    continue;
                CHECK((!frame.blends || over >> 24 == 255));
                screen.row(frame.part.y + y)[static_cast<std::size_t>(frame.part.x + x)] = over;
            }
        shown.push_back(screen);
    }
    return shown;
}

} // namespace

TEST_CASE("an animated PNG gives back every pixel of every frame, at its exact time", "[film]")
{
    const TemporaryFolder folder;
    const FilmSpec film = GENERATE(synthetic::film(70, 60), synthetic::film(1, 30),
        synthetic::film(75, 24, 321, 181), synthetic::transparent_film(70, 50));
    write_apng(folder / "a.apng", film, 2);
    const std::string all = folder / "a.apng";
    const auto frames = decode(all, film.width, film.height, film.beneath ? "bgra" : "bgr0");
    REQUIRE(static_cast<int>(frames.size()) == film.frames);
    const std::vector<double> times = per_frame(all, "pts_time");
    for (int k = 0; k < film.frames; ++k) {
        INFO(k);
        const auto i = static_cast<std::size_t>(k);
        CHECK(same(frames[i], wanted(film, k), film));
        // ffmpeg rounds each delay to 10 microseconds.
        CHECK(times.at(i) == Approx(k / static_cast<double>(film.fps)).margin(5.1e-6 * (k + 1)));
    }
    CHECK(delays(read_file(all)) == std::vector(frames.size(), std::pair{1, film.fps}));
}

TEST_CASE(
    "an animated WebP gives back every pixel of every frame, at the nearest millisecond", "[film]")
{
    const TemporaryFolder folder;
    const FilmSpec film = GENERATE(synthetic::film(50, 30), synthetic::film(1, 60),
        synthetic::film(14, 24, 321, 181), synthetic::transparent_film(14, 50));
    write_webp(folder / "a.webp", film, 2);
    const std::vector<WebpFrame> frames = take_apart(read_file(folder / "a.webp"));
    REQUIRE(static_cast<int>(frames.size()) == film.frames);
    const std::vector<Pixels> shown = play(frames, film);
    int time_ms = 0;
    for (int k = 0; k < film.frames; ++k) {
        INFO(k);
        const auto i = static_cast<std::size_t>(k);
        CHECK(same(shown[i], wanted(film, k), film));
        CHECK(std::abs(time_ms - 1000.0 * k / film.fps) <= 0.5);
        time_ms += frames[i].duration_ms;
    }
    CHECK(std::abs(time_ms - 1000.0 * film.frames / film.fps) <= 0.5);
}

TEST_CASE("the bytes of animated pictures do not depend on the number of jobs", "[film]")
{
    const TemporaryFolder folder;
    const FilmSpec film = synthetic::film(160, 30, 321, 181);
    const auto bytes = [&](auto write, int jobs) {
        write(folder / "a", film, jobs, Progress());
        return read_file(folder / "a");
    };
    for (const auto write : {&write_apng, &write_webp}) {
        const std::string first = bytes(write, 1);
        for (const int jobs : {2, 3}) {
            const bool is_same = bytes(write, jobs) == first;
            CHECK(is_same);
        }
    }
}
