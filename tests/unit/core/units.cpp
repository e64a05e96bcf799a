#include "core/units.hpp"

#include "support/catch.hpp"

using namespace thalweg;

TEST_CASE("lengths are numbers with a unit", "[core]")
{
    CHECK(parse_length("88mm") == Length{88, Unit::mm});
    CHECK(parse_length(" 3.5 in ") == Length{3.5, Unit::in});
    CHECK(parse_length("640px") == Length{640, Unit::px});
    CHECK(parse_length("640") == Length{640, Unit::none});
    for (const char* bad : {"", "mm", "-3mm", "0", "3m", "nan", "inf", "1e999", "3 4", "0x10"})
        CHECK_FALSE(parse_length(bad).has_value());
}

TEST_CASE("an inch is 72 points and 25.4 millimetres", "[core]")
{
    CHECK(Length{1, Unit::in}.points() == 72);
    CHECK(Length{25.4, Unit::mm}.points() == Approx(72));
    CHECK(Length{2.54, Unit::cm}.points() == Approx(72));
    CHECK(Length{96, Unit::px}.points() == 72);
    CHECK(Length{7, Unit::pt}.points() == 7);
    CHECK(Length{7, Unit::none}.points() == 7);
}

TEST_CASE("extents are a width, or a width and a height", "[core]")
{
    const Length w{640, Unit::none}, h{360, Unit::none};
    CHECK(parse_extent("640x360") == Extent{w, h});
    CHECK(parse_extent("640 x 360") == Extent{w, h});
    CHECK(parse_extent("640") == Extent{w, {}});
    CHECK(parse_extent("88mm x 60mm") == Extent{{88, Unit::mm}, Length{60, Unit::mm}});
    CHECK(parse_extent("640px x 360px") == Extent{{640, Unit::px}, Length{360, Unit::px}});
    CHECK(parse_extent("640pxx360px") == Extent{{640, Unit::px}, Length{360, Unit::px}});
    CHECK(parse_extent("640px") == Extent{{640, Unit::px}, {}});
    for (const char* bad : {"", "x", "640x", "x360", "640x360x2", "640 360", "640×360"})
        CHECK_FALSE(parse_extent(bad).has_value());
}

TEST_CASE("moments are start, end, seconds or a step", "[core]")
{
    using Kind = When::Kind;
    CHECK(parse_when("start") == When{Kind::start, 0});
    CHECK(parse_when("end") == When{Kind::end, 0});
    CHECK(parse_when("3.2s") == When{Kind::time, 3.2});
    CHECK(parse_when("3.2") == When{Kind::time, 3.2});
    CHECK(parse_when("step 120") == When{Kind::step, 120});
    for (const char* bad : {"", "s", "step", "step -1", "-1s", "3m", "steps 4", "nan"})
        CHECK_FALSE(parse_when(bad).has_value());
}
