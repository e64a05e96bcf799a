#include "film/y4m.hpp"

#include "support/catch.hpp"
#include "unit/film/reading.hpp"
#include "unit/film/synthetic.hpp"

using namespace thalweg;
using namespace thalweg::film;
using namespace reading;
using test::read_file;
using test::TemporaryFolder;

TEST_CASE("a y4m film says what it holds and gives back the flat colours", "[film]")
{
    const TemporaryFolder folder;
    const FilmSpec film = synthetic::film(9, 24);
    write_y4m(folder / "a.y4m", film, 2);
    CHECK(probe(folder / "a.y4m",
              "stream=width,height,pix_fmt,color_range,r_frame_rate,sample_aspect_ratio")
        == "width=320\nheight=180\nsample_aspect_ratio=1:1\npix_fmt=yuv420p\ncolor_range=tv\nr_"
           "frame_rate=24/1\n");
    // The format has no field for the matrix, so the reader must be told.
    output_of({"ffmpeg", "-v", "error", "-i", folder / "a.y4m", "-vf",
        "scale=in_color_matrix=bt709:flags=accurate_rnd+full_chroma_int", "-pix_fmt", "bgr24",
        folder / "%d.png"});
    for (int k = 0; k < 9; ++k) {
        const Pixels frame = test::read_png(folder / (std::to_string(k + 1) + ".png"));
        for (int i = 0; i < static_cast<int>(synthetic::kBlocks.size()); ++i)
            CHECK(difference(pixel(frame, synthetic::block(i).x + 16, 24),
                      synthetic::kBlocks[static_cast<std::size_t>(i)])
                <= 2);
        const PixelRect r = synthetic::mover(k, film.width, film.height);
        CHECK(difference(pixel(frame, r.x + 6, r.y + 6), synthetic::kMover) <= 2);
    }
}

TEST_CASE("the bytes of a y4m film do not depend on the number of jobs", "[film]")
{
    const TemporaryFolder folder;
    const FilmSpec film = synthetic::film(50, 60, 322, 182); // tiles cut off at the edges
    write_y4m(folder / "1.y4m", film, 1);
    const std::string first = read_file(folder / "1.y4m");
    CHECK(first.size() == first.find('\n') + 1 + 50 * (6 + 322 * 182 * 3 / 2));
    for (const int jobs : {2, 3}) {
        write_y4m(folder / "n.y4m", film, jobs);
        const bool same = read_file(folder / "n.y4m") == first;
        CHECK(same);
    }
}
