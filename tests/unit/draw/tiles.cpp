#include "canvas/tiles.hpp"

#include "support/catch.hpp"

#include <limits>

using namespace thalweg;

TEST_CASE("tiles cover what was touched and nothing beyond the picture", "[draw]")
{
    TileSet tiles(1920, 1080);
    tiles.add(63, 63, 65, 65);
    CHECK(tiles.count() == 4);
    tiles.clear();
    tiles.add(-1e9, -1e9, -1, 5);
    tiles.add(1920, 0, 1e300, 10);
    tiles.add(std::numeric_limits<double>::quiet_NaN(), 0, 5, 5);
    CHECK(tiles.count() == 0);
    tiles.add(1900, 1070, 1e300, 1e300);
    CHECK(tiles.count() == 1);
    tiles.for_each([](const PixelRect& r) {
        CHECK(r.x + r.width == 1920);
        CHECK(r.y + r.height == 1080);
        CHECK(r.height == 1080 - 33 * 32);
    });
    tiles.add_all();
    CHECK(tiles.count() == 60 * 34);
}
