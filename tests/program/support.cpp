// The instruments of these tests, tested themselves.
#include "support/catch.hpp"
#include "support/picture.hpp"
#include "support/program.hpp"

#include <algorithm>

using namespace thalweg;
using namespace thalweg::test;

namespace {

Pixels plain(int side, std::uint32_t colour)
{
    Pixels picture(side, side);
    for (int y = 0; y < side; ++y)
        std::ranges::fill(picture.row(y), colour);
    return picture;
}

} // namespace

TEST_CASE("a program's exit code and both of its streams are seen", "[support]")
{
    const Ended ended = run_program({"sh", "-c", "echo out; echo err >&2; exit 7"});
    CHECK(ended.code == 7);
    CHECK(ended.out == "out\n");
    CHECK(ended.err == "err\n");
    CHECK(run_program({"sh", "-c", "kill -TERM $$"}).code == 128 + 15);
    CHECK_THROWS(run_program({"no-such-program"}));
}

TEST_CASE("pictures survive a PNG file and are compared channel by channel", "[support]")
{
    const TemporaryFolder folder;
    Pixels a = plain(8, 0x102030);
    a.row(3)[5] = 0xff0000;
    write_png(folder / "a.png", a);
    const Pixels back = read_png(folder / "a.png");
    CHECK(difference(a, back).max == 0);

    const Pixels b = plain(8, 0x102030);
    CHECK(difference(a, b).max == 0xff - 0x10);
    CHECK(difference(a, b).mean == Approx((0xff - 0x10 + 0x20 + 0x30) / (3.0 * 64)));
    CHECK_THROWS(difference(a, plain(4, 0)));
}

TEST_CASE("shrinking takes the mean of each block", "[support]")
{
    Pixels picture = plain(4, 0);
    picture.row(0)[0] = 0x00804000;
    const Pixels small = shrunk(picture, 2);
    CHECK(small.width() == 2);
    CHECK(rgb(small.row(0)[0]) == Rgb{0x20, 0x10, 0});
    CHECK(rgb(small.row(1)[1]) == Rgb{0, 0, 0});
}
