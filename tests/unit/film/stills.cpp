// Pictures of libavcodec's encoders, decoded by ffmpeg.
#include "film/still.hpp"

#include "support/catch.hpp"
#include "unit/film/reading.hpp"
#include "unit/film/synthetic.hpp"

using namespace thalweg;
using namespace thalweg::film;
using namespace reading;
using test::TemporaryFolder;

TEST_CASE("a JPEG has the flat colours, at full colour resolution", "[film]")
{
    const TemporaryFolder folder;
    const auto [width, height] = GENERATE(std::pair{320, 180}, std::pair{321, 181});
    write_still(folder / "a.jpg", synthetic::film(30, 30, width, height), 17, StillCodec::jpeg);
    CHECK(probe(folder / "a.jpg", "stream=codec_name,pix_fmt,color_range,color_space")
        == "codec_name=mjpeg\npix_fmt=yuvj444p\ncolor_range=pc\ncolor_space=bt470bg\n");
    CHECK(test::read_file(folder / "a.jpg").substr(6, 4) == "JFIF");
    const Pixels read = decode(folder / "a.jpg", width, height).at(0);
    for (int i = 0; i < static_cast<int>(synthetic::kBlocks.size()); ++i)
        CHECK(difference(pixel(read, synthetic::block(i).x + 16, 24),
                  synthetic::kBlocks[static_cast<std::size_t>(i)])
            <= 3);
    CHECK(difference(pixel(read, 310, 170), synthetic::kGround) <= 3);
}

TEST_CASE("a WebP gives back every pixel", "[film]")
{
    const TemporaryFolder folder;
    const auto [width, height] = GENERATE(std::pair{320, 180}, std::pair{1, 1}, std::pair{333, 77});
    write_still(folder / "a.webp", synthetic::film(30, 30, width, height), 17, StillCodec::webp);
    const Pixels read = decode(folder / "a.webp", width, height).at(0);
    CHECK(test::difference(read, synthetic::picture(17, width, height)).max == 0);
}

TEST_CASE("a transparent WebP has straight alpha, and nothing where nothing was drawn", "[film]")
{
    const TemporaryFolder folder;
    write_still(folder / "a.webp", synthetic::transparent_film(3), 2, StillCodec::webp);
    const Pixels read = decode(folder / "a.webp", 320, 180, "bgra").at(0);
    CHECK(pixel(read, 0, 0) == 0);
    CHECK(pixel(read, 319, 179) == 0);
    CHECK(pixel(read, 24, 24) == (0xff000000U | synthetic::kBlocks[0]));
    CHECK(pixel(read, 24, 72) == 0x80804000U);
}
