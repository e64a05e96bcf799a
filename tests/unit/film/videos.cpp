// Videos of every codec, decoded by ffmpeg.
#include "film/video.hpp"

#include "film/av_coder.hpp"
#include "support/catch.hpp"
#include "unit/film/reading.hpp"
#include "unit/film/synthetic.hpp"

using namespace thalweg;
using namespace thalweg::film;
using namespace reading;
using synthetic::TransparentSource;
using test::read_file;
using test::TemporaryFolder;

namespace {

struct Format {
    Codec codec;
    std::string file, tags;
    int error; ///< of flat colours, at most
    double time_step_s; ///< of the container
};

const std::vector<Format> kFormats{
    {Codec::h264_lossless, "l.mp4",
        "codec_name=h264\nprofile=High 4:4:4 Predictive\npix_fmt=gbrp\ncolor_range=pc\n"
        "color_space=gbr\ncolor_transfer=bt709\ncolor_primaries=bt709\n",
        0, 1e-5},
    {Codec::av1, "a.mp4",
        "codec_name=av1\nprofile=Main\npix_fmt=yuv420p\ncolor_range=tv\n"
        "color_space=bt709\ncolor_transfer=bt709\ncolor_primaries=bt709\n",
        3, 1e-5},
    {Codec::vp9, "v.webm",
        "codec_name=vp9\nprofile=Profile 0\npix_fmt=yuv420p\ncolor_range=tv\n"
        "color_space=bt709\ncolor_transfer=bt709\ncolor_primaries=bt709\n",
        3, 1e-3},
    // Written in 10 bits; ffmpeg decodes any 4444 into 12.
    {Codec::prores, "p.mov",
        "codec_name=prores\nprofile=4444\npix_fmt=yuv444p12le\ncolor_range=tv\n"
        "color_space=bt709\ncolor_transfer=bt709\ncolor_primaries=bt709\n",
        3, 1e-5},
    {Codec::ffv1, "f.mkv",
        "codec_name=ffv1\nprofile=unknown\npix_fmt=bgr0\ncolor_range=pc\n"
        "color_space=gbr\ncolor_transfer=bt709\ncolor_primaries=bt709\n",
        0, 1e-3},
};

bool is_lossless(Codec codec)
{
    return codec == Codec::h264_lossless || codec == Codec::ffv1;
}

std::string write(const TemporaryFolder& folder, const Format& format, const FilmSpec& film,
    int jobs = 2, Quality quality = Quality::standard)
{
    write_video(folder / format.file, film, {.codec = format.codec, .quality = quality}, jobs);
    return folder / format.file;
}

/// The file's streams as ffprobe names them, in a fixed order.
std::string tags(const std::string& file)
{
    return probe(file,
        "stream=codec_name,profile,pix_fmt,color_range,color_space,color_transfer,"
        "color_primaries");
}

} // namespace

TEST_CASE("a video of any codec holds every frame at its time and says its rate", "[film]")
{
    const TemporaryFolder folder;
    const auto [frames, fps]
        = GENERATE(std::pair{1, 60}, std::pair{70, 24}, std::pair{61, 50}, std::pair{95, 60});
    for (const Format& format : kFormats) {
        INFO(format.file << " " << frames << " at " << fps);
        const std::string file
            = write(folder, format, synthetic::film(frames, fps), 2, Quality::draft);
        const std::vector<double> times = per_frame(file, "pts_time");
        REQUIRE(static_cast<int>(times.size()) == frames);
        for (int k = 0; k < frames; ++k)
            CHECK(times[static_cast<std::size_t>(k)]
                == Approx(k / static_cast<double>(fps)).margin(0.51 * format.time_step_s));
        if (frames > 1)
            CHECK(probe(file, "stream=r_frame_rate,start_time")
                == "r_frame_rate=" + std::to_string(fps) + "/1\nstart_time=0.000000\n");
    }
}

TEST_CASE("a video of any codec says what its colours mean", "[film]")
{
    const TemporaryFolder folder;
    for (const Format& format : kFormats)
        CHECK(tags(write(folder, format, synthetic::film(3))) == format.tags);
}

TEST_CASE("decoded frames have the flat colours, or are the same to the last bit", "[film]")
{
    const TemporaryFolder folder;
    const FilmSpec film = synthetic::film(80);
    for (const Format& format : kFormats) {
        INFO(format.file);
        const auto frames = decode(write(folder, format, film), film.width, film.height);
        REQUIRE(frames.size() == 80);
        for (int k = 0; k < 80; ++k) {
            const Pixels& frame = frames[static_cast<std::size_t>(k)];
            const Pixels wanted = synthetic::picture(k, film.width, film.height);
            if (is_lossless(format.codec))
                CHECK(test::difference(frame, wanted).max == 0);
            for (int i = 0; i < static_cast<int>(synthetic::kBlocks.size()); ++i)
                CHECK(difference(pixel(frame, synthetic::block(i).x + 16, 24),
                          synthetic::kBlocks[static_cast<std::size_t>(i)])
                    <= format.error);
            CHECK(difference(pixel(frame, 20, 100), synthetic::kGround) <= format.error);
            const PixelRect r = synthetic::mover(k, film.width, film.height);
            CHECK(difference(pixel(frame, r.x + 6, r.y + 6), synthetic::kMover) <= 16);
        }
    }
}

TEST_CASE("the bytes of a video of any codec do not depend on the number of jobs", "[film]")
{
    const TemporaryFolder folder;
    const FilmSpec film = synthetic::film(160, 30, 322, 182);
    for (const Format& format : kFormats) {
        INFO(format.file);
        const std::string first = read_file(write(folder, format, film, 1));
        for (const int jobs : {1, 2, 3}) {
            const bool same = read_file(write(folder, format, film, jobs)) == first;
            CHECK(same);
        }
    }
}

TEST_CASE("codecs that halve no chroma take odd sizes; the others refuse them", "[film]")
{
    const TemporaryFolder folder;
    const FilmSpec film = synthetic::film(9, 30, 321, 181);
    for (const Format& format : kFormats)
        if (format.codec == Codec::vp9 || format.codec == Codec::av1) {
            CHECK_THROWS_WITH(write(folder, format, film), Catch::Contains("odd side"));
        } else {
            const auto frames = decode(write(folder, format, film), 321, 181);
            REQUIRE(frames.size() == 9);
            CHECK(difference(pixel(frames[8], 310, 100), synthetic::kGround) <= format.error);
        }
}

TEST_CASE("a transparent video keeps its alpha, and its colours where it has any", "[film]")
{
    const TemporaryFolder folder;
    const FilmSpec film = synthetic::transparent_film(70);
    for (const Format& format : kFormats) {
        if (format.codec == Codec::h264_lossless || format.codec == Codec::av1)
            continue;
        INFO(format.file);
        const std::string file = write(folder, format, film);
        const auto frames = decode(file, film.width, film.height, "bgra",
            format.codec == Codec::vp9 ? "libvpx-vp9" : ""); // ffmpeg's own ignores the alpha
        REQUIRE(frames.size() == 70);
        for (const int k : {0, 1, 33, 69}) {
            const Pixels& frame = frames[static_cast<std::size_t>(k)];
            const auto alpha = [&](int x, int y) { return pixel(frame, x, y) >> 24; };
            for (const auto& [x, y] : {std::pair{0, 0}, {319, 0}, {0, 179}, {319, 179}, {160, 90}})
                CHECK(alpha(x, y) == 0);
            for (int i = 0; i < static_cast<int>(synthetic::kBlocks.size()); ++i) {
                const int x = synthetic::block(i).x + 16;
                CHECK(alpha(x, 24) == 255);
                CHECK(
                    difference(pixel(frame, x, 24), synthetic::kBlocks[static_cast<std::size_t>(i)])
                    <= format.error);
            }
            CHECK(std::abs(static_cast<int>(alpha(24, 72)) - 128)
                <= (is_lossless(format.codec) ? 0 : 1));
            CHECK(difference(pixel(frame, 24, 72), 0x804000) <= std::max(1, format.error));
        }
    }
}

TEST_CASE("an encoder that a system lacks is named, with what would help", "[film]")
{
    CHECK(encoder_fault("ffv1").empty());
    CHECK_THAT(encoder_fault("no-such-encoder"),
        Catch::Contains("no encoder no-such-encoder") && Catch::Contains("libavcodec-extra"));
    for (const Format& format : kFormats)
        CHECK(video_fault(format.codec).empty());
}
