#include "film/video.hpp"

#include "core/error.hpp"
#include "film/chunks.hpp"
#include "support/catch.hpp"
#include "unit/film/reading.hpp"
#include "unit/film/synthetic.hpp"

using namespace thalweg;
using namespace thalweg::film;
using namespace reading;
using test::read_file;
using test::TemporaryFolder;

namespace {

/// Where a box of an MP4 file first stands; npos where it does not.
std::size_t box(const std::string& bytes, const std::string& name)
{
    return bytes.find(name);
}

} // namespace

TEST_CASE("an MP4 holds every frame at a constant step from 0", "[film]")
{
    const TemporaryFolder folder;
    // Shorter than a chunk, one frame, several chunks, a rate that does not divide a power of two.
    const auto [frames, fps]
        = GENERATE(std::pair{1, 60}, std::pair{7, 60}, std::pair{130, 25}, std::pair{61, 7});
    write_video(folder / "a.mp4", synthetic::film(frames, fps), {.quality = Quality::draft}, 2);
    const std::vector<double> times = per_frame(folder / "a.mp4", "pts_time");
    REQUIRE(static_cast<int>(times.size()) == frames);
    for (int k = 0; k < frames; ++k)
        CHECK(times[static_cast<std::size_t>(k)]
            == Approx(k / static_cast<double>(fps)).margin(1e-5));
}

TEST_CASE("an MP4 is H.264 High with BT.709 tags, its index first and no edit list", "[film]")
{
    const TemporaryFolder folder;
    write_video(folder / "a.mp4", synthetic::film(90), {.quality = Quality::standard}, 1);
    CHECK(probe(folder / "a.mp4",
              "stream=codec_name,profile,pix_fmt,sample_aspect_ratio,has_b_frames,color_range,"
              "color_space,"
              "color_transfer,color_primaries,r_frame_rate,avg_frame_rate,start_pts,nb_frames")
        == "codec_name=h264\nprofile=High\nhas_b_frames=0\nsample_aspect_ratio=1:1\npix_fmt="
           "yuv420p\n"
           "color_range=tv\ncolor_space=bt709\ncolor_transfer=bt709\ncolor_primaries=bt709\n"
           "r_frame_rate=30/1\navg_frame_rate=30/1\nstart_pts=0\nnb_frames=90\n");
    const std::string bytes = read_file(folder / "a.mp4");
    CHECK(box(bytes, "moov") < box(bytes, "mdat"));
    CHECK(box(bytes, "elst") == std::string::npos);
}

TEST_CASE("flat colours of an MP4 come back within 2 levels in every frame", "[film]")
{
    const TemporaryFolder folder;
    const FilmSpec film = synthetic::film(100);
    write_video(folder / "a.mp4", film, {.quality = Quality::standard}, 2);
    const std::vector<Pixels> frames = decode(folder / "a.mp4", film.width, film.height);
    REQUIRE(frames.size() == 100);
    for (const Pixels& frame : frames) {
        for (int i = 0; i < static_cast<int>(synthetic::kBlocks.size()); ++i) {
            const PixelRect r = synthetic::block(i);
            CHECK(difference(pixel(frame, r.x + 16, r.y + 16),
                      synthetic::kBlocks[static_cast<std::size_t>(i)])
                <= 2);
        }
        CHECK(difference(pixel(frame, 160, 100), synthetic::kGround) <= 2);
    }
}

TEST_CASE("a picture that comes to rest is coded finer than a moving one", "[film]")
{
    /// The synthetic film until frame 20, then that frame again and again.
    class Resting final : public FrameSource {
    public:
        const Pixels& draw(int k, TileSet& changed) override
        {
            return moving_.draw(std::min(k, 20), changed);
        }

    private:
        synthetic::Source moving_{320, 180};
    };
    const TemporaryFolder folder;
    FilmSpec film = synthetic::film(30, 60);
    film.source = [] { return std::make_unique<Resting>(); };
    write_video(folder / "a.mp4", film, {.quality = Quality::draft}, 1);
    const std::vector<Pixels> frames = decode(folder / "a.mp4", film.width, film.height);
    const Pixels wanted = synthetic::picture(20, film.width, film.height);
    const auto error = [&](const Pixels& frame) {
        int sum = 0;
        for (int y = 0; y < film.height; ++y)
            for (int x = 0; x < film.width; ++x)
                sum += difference(pixel(frame, x, y), wanted.row(y)[static_cast<std::size_t>(x)]);
        return sum;
    };
    CHECK(error(frames[21]) < error(frames[20]));
    CHECK(error(frames[29]) == error(frames[21])); // and kept: nothing is spent on it again
}

TEST_CASE("each decoded frame shows its own moment", "[film]")
{
    const TemporaryFolder folder;
    const FilmSpec film = synthetic::film(80);
    write_video(folder / "a.mp4", film, {.quality = Quality::standard}, 2);
    const std::vector<Pixels> frames = decode(folder / "a.mp4", film.width, film.height);
    REQUIRE(frames.size() == 80);
    for (int k = 0; k < 80; ++k) {
        const PixelRect r = synthetic::mover(k, film.width, film.height);
        const Pixels& frame = frames[static_cast<std::size_t>(k)];
        CHECK(difference(pixel(frame, r.x + 6, r.y + 6), synthetic::kMover) <= 16);
        CHECK(difference(pixel(frame, r.x + r.width + 8, r.y + 6), synthetic::kGround) <= 16);
    }
}

TEST_CASE("the bytes of an MP4 do not depend on the number of jobs, nor on the run", "[film]")
{
    const TemporaryFolder folder;
    const auto [width, height] = GENERATE(std::pair{322, 182}, std::pair{320, 192});
    const FilmSpec film = synthetic::film(320, 60, width, height);
    write_video(folder / "1.mp4", film, {.quality = Quality::standard}, 1);
    const std::string first = read_file(folder / "1.mp4");
    for (const int jobs : {1, 2, 3, 4}) {
        write_video(folder / "n.mp4", film, {.quality = Quality::standard}, jobs);
        const bool same = read_file(folder / "n.mp4") == first;
        CHECK(same);
    }
}

TEST_CASE("chunks cover a film once, in nearly equal parts", "[film]")
{
    const int fps = GENERATE(1, 2, 24, 60);
    for (const int frames : {1, 2, 59, 60, 61, 240, 600, 601, 36000, 1'000'000}) {
        const Chunks chunks(frames, fps);
        CHECK(chunks.begin(0) == 0);
        CHECK(chunks.begin(chunks.count()) == frames);
        for (int i = 0; i < chunks.count(); ++i)
            if (chunks.length(i) < chunks.longest() - 1 || chunks.length(i) > chunks.longest())
                FAIL("chunk " << i << " of " << frames << " frames has " << chunks.length(i));
        CHECK(chunks.longest() <= std::max(8, fps + fps / 4) * 2);
        CHECK((chunks.count() == 1 || chunks.longest() - 1 >= 4)); // a first frame is dear
    }
}

TEST_CASE("odd sizes are refused with their reason", "[film]")
{
    const TemporaryFolder folder;
    CHECK_THROWS_WITH(write_video(folder / "a.mp4", synthetic::film(3, 30, 321, 180),
                          {.quality = Quality::standard}, 1),
        Catch::Contains("321x180 has an odd side"));
    CHECK_THROWS_AS(write_video(folder / "a.mp4", synthetic::film(3, 30, 20000, 180),
                        {.quality = Quality::standard}, 1),
        LimitError);
    CHECK(std::filesystem::is_empty(folder.path()));
}
