// Films of the demo's scene, read back by ffprobe and ffmpeg.
#include "support/catch.hpp"
#include "support/picture.hpp"
#include "support/scenes.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>

using namespace thalweg;
using namespace thalweg::test;

namespace {

constexpr int kFrames = 150; // of five seconds at 30 fps: more than one chunk

/// A short film and a GIF of the demo, and the film's frame 75 as PNG; made once for all tests of
/// this file.
const TemporaryFolder& films()
{
    static const TemporaryFolder folder;
    static const Ended ended
        = render(with(with(read_file("scenes/rosenbrock.yaml"), "duration", "5"), "outputs",
                     "[{file: f.mp4, size: 640x360, fps: 30}, "
                     "{file: f.gif, size: 320x180, fps: 25}, "
                     "{file: f.png, size: 640x360, at: 2.5s}]"),
            folder);
    INFO(ended.err);
    REQUIRE(ended.code == 0);
    return folder;
}

/// The values of entries of the video stream, one a line; `section` is stream, packet or frame.
std::vector<std::string> probe(
    const std::string& file, const std::string& section, const std::string& entry)
{
    return lines_of(output_of(
        {"ffprobe", "-v", "error", "-select_streams", "v:0", "-count_frames", "-show_entries",
            section + "=" + entry, "-of", "default=nokey=1:noprint_wrappers=1", file}));
}

std::string probe_stream(const std::string& file, const std::string& entry)
{
    const auto lines = probe(file, "stream", entry);
    return lines.size() == 1 ? lines[0] : std::to_string(lines.size()) + " values";
}

/// Is the whole block around the pixel of one colour?
bool is_flat(const Pixels& picture, int x, int y, int reach)
{
    for (int v = y - reach; v <= y + reach; ++v)
        for (int u = x - reach; u <= x + reach; ++u)
            if (rgb(picture.row(v)[static_cast<std::size_t>(u)])
                != rgb(picture.row(y)[static_cast<std::size_t>(x)]))
                return false;
    return true;
}

} // namespace

TEST_CASE("an MP4 has all its frames, at a constant step from zero", "[films]")
{
    const std::string film = films() / "f.mp4";
    CHECK(probe_stream(film, "nb_read_frames") == std::to_string(kFrames));
    CHECK(probe_stream(film, "r_frame_rate") == "30/1");
    CHECK(probe_stream(film, "avg_frame_rate") == "30/1");
    CHECK(std::stod(probe_stream(film, "start_time")) == 0);

    std::vector<double> times;
    for (const std::string& time : probe(film, "packet", "pts_time"))
        times.push_back(std::stod(time));
    std::ranges::sort(times);
    REQUIRE(times.size() == kFrames);
    for (std::size_t k = 0; k < times.size(); ++k)
        CHECK(times[k] == Approx(static_cast<double>(k) / 30).margin(1e-5));
}

TEST_CASE("an MP4 says how its colours are meant", "[films]")
{
    const std::string film = films() / "f.mp4";
    CHECK(probe_stream(film, "codec_name") == "h264");
    CHECK(probe_stream(film, "profile") == "High");
    CHECK(probe_stream(film, "pix_fmt") == "yuv420p");
    CHECK(probe_stream(film, "color_range") == "tv");
    for (const char* tag : {"color_space", "color_transfer", "color_primaries"}) {
        INFO(tag);
        CHECK(probe_stream(film, tag) == "bt709");
    }
}

TEST_CASE("an MP4 begins with its index and has no edit list", "[films]")
{
    const std::string bytes = read_file(films() / "f.mp4");
    const auto index = bytes.find("moov"), data = bytes.find("mdat");
    REQUIRE(index != std::string::npos);
    CHECK(index < data);
    CHECK(bytes.substr(0, data).find("elst") == std::string::npos);
}

TEST_CASE("a decoded frame has the colours of the PNG of its moment", "[films]")
{
    const TemporaryFolder& folder = films();
    output_of({"ffmpeg", "-v", "error", "-i", folder / "f.mp4", "-vf",
        "select=eq(n\\,75),scale=in_color_matrix=bt709:in_range=tv:flags=accurate_rnd+full_chroma_"
        "int+bitexact",
        "-vsync", "0", "-frames:v", "1", folder / "frame.png"});
    const Pixels frame = read_png(folder / "frame.png"), png = read_png(folder / "f.png");
    REQUIRE(frame.width() == png.width());

    int compared = 0, worst = 0;
    constexpr int kReach = 6;
    for (int y = kReach; y < png.height() - kReach; y += 3)
        for (int x = kReach; x < png.width() - kReach; x += 3)
            if (is_flat(png, x, y, kReach)) {
                const Rgb a = rgb(frame.row(y)[static_cast<std::size_t>(x)]);
                const Rgb b = rgb(png.row(y)[static_cast<std::size_t>(x)]);
                for (std::size_t i = 0; i < 3; ++i)
                    worst = std::max(worst, std::abs(a[i] - b[i]));
                ++compared;
            }
    CHECK(compared > 1000);
    CHECK(worst <= 2);
}

TEST_CASE("a transparent picture is the opaque one without its page", "[films]")
{
    const TemporaryFolder folder;
    const Ended ended
        = render(with(read_file("scenes/rosenbrock.yaml"), "outputs",
                     "[{file: o.png, size: 640x360}, "
                     "{file: t.png, size: 640x360, background: transparent}, "
                     "{file: t.webm, size: 640x360, fps: 1, background: transparent}]"),
            folder);
    INFO(ended.err);
    REQUIRE(ended.code == 0);
    const auto alpha = [&](std::vector<std::string> decoder, const std::string& file) {
        std::vector<std::string> words{"ffmpeg", "-v", "error"};
        words.insert(words.end(), decoder.begin(), decoder.end());
        words.insert(words.end(),
            {"-i", folder / file, "-vf", "alphaextract", "-frames:v", "1", "-y", folder / "a.png"});
        output_of(words);
        return read_png(folder / "a.png");
    };
    const Pixels still = alpha({}, "t.png"), moving = alpha({"-c:v", "libvpx-vp9"}, "t.webm");
    for (const auto& [x, y] : {std::pair{0, 0}, {639, 0}, {0, 359}, {639, 359}})
        for (const Pixels* picture : {&still, &moving})
            CHECK(rgb(picture->row(y)[static_cast<std::size_t>(x)]) == Rgb{0, 0, 0});
    // The map's ground stays, in its own colour.
    CHECK(rgb(still.row(180)[150]) == Rgb{255, 255, 255});
    CHECK(rgb(read_png(folder / "t.png").row(180)[150])
        == rgb(read_png(folder / "o.png").row(180)[150]));
}

TEST_CASE("check names the encoder that a system lacks, at its place", "[films]")
{
    const TemporaryFolder folder;
    const auto run = [&](const std::string& command) {
        return run_program({"env", std::string("LD_PRELOAD=") + THALWEG_NO_ENCODERS,
            "ASAN_OPTIONS=verify_asan_link_order=0", std::getenv("THALWEG"), command,
            folder / "a.yaml"});
    };
    const std::pair<std::string, std::string> outputs[]
        = {{"a.webm", "libvpx-vp9"}, {"a.webp", "libwebp"}, {"{file: a.webp, at: end}", "libwebp"},
            {"a.jpg", "mjpeg"}, {"{file: a.mp4, codec: av1}", "libsvtav1"}};
    for (const auto& [output, encoder] : outputs) {
        write_file(folder / "a.yaml",
            "surface: bowl\noptimizers: [momentum]\noutputs:\n  - " + output + "\n");
        const Ended checked = run("check");
        INFO(output << ": " << checked.err);
        CHECK(checked.code == 5);
        CHECK_THAT(checked.err,
            Catch::Contains("a.yaml:4:")
                && Catch::Contains("this system's FFmpeg has no encoder " + encoder));
        CHECK(run("render").code == 5);
        CHECK_FALSE(std::filesystem::exists("output/a.webm"));
    }
}

TEST_CASE("a GIF plays at the speed that was asked for", "[films]")
{
    const std::string gif = films() / "f.gif";
    CHECK(probe_stream(gif, "nb_read_frames") == "125");
    for (const std::string& duration : probe(gif, "packet", "duration_time"))
        CHECK(std::stod(duration) == Approx(0.04));
}
