#include "panel/axes.hpp"

#include "placed.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <limits>

using namespace thalweg;
using namespace thalweg::panel;
using namespace thalweg::test;

namespace {

constexpr double kEpsilon = std::numeric_limits<double>::epsilon();

void replace_all(std::string& text, const std::string& from, const std::string& to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from))
        text.replace(at, from.size(), to);
}

/// Reads "−1.5·$10^{-7}$", "$10^{3}$" or "0.25".
long double parse(std::string text)
{
    replace_all(text, "−", "-");
    replace_all(text, "·$10^{", "e");
    replace_all(text, "$10^{", "1e");
    replace_all(text, "}$", "");
    replace_all(text, " ", "");
    std::size_t end = 0;
    const long double value = std::stold(text, &end);
    REQUIRE(end == text.size());
    return value;
}

/// What an axis says: a label, completed by an offset such as "·$10^{-7}$ + 1".
long double told(const std::string& label, const std::string& offset)
{
    const auto sign = std::min(offset.find("+ "), offset.find("− "));
    if (sign == std::string::npos) {
        REQUIRE(offset.empty());
        return parse(label);
    }
    const std::string factor = offset.substr(0, sign);
    const long double scale = factor.empty() ? 1 : parse("1" + factor);
    return parse(label) * scale + parse(offset.substr(sign));
}

/// The views that tests look at: all scales at places near and far from 0.
std::vector<Range> windows()
{
    std::vector<Range> list;
    for (const double center : {0.0, 1.0, 1000.0, -7.3e5, 0.3, 1e6, -123456.789})
        for (int exponent = -9; exponent <= 6; ++exponent)
            for (const double digit : {1.0, 2.0, 3.7}) {
                const double half = 0.5 * digit * std::pow(10, exponent);
                list.push_back({center - half, center + half});
            }
    return list;
}

double size_of(const Range& range)
{
    return std::max(std::abs(range.lo), std::abs(range.hi));
}

std::vector<canvas::RecordedText> drawn(
    Stand& stand, const AxesMarks& axes, const Box& box, const Box& outer)
{
    canvas::Recorder recorder(canvas::palette(canvas::Theme::light), stand.type,
        {{-2000, 4000}, {-2000, 4000}}, stand.format.is_page);
    draw_axes(recorder, axes, box, outer, stand.format);
    return recorder.texts();
}

Box around(const Box& box, const Insets& room)
{
    return {{box.x.lo - room.left, box.x.hi + room.right},
        {box.y.lo - room.top, box.y.hi + room.bottom}};
}

} // namespace

TEST_CASE("labels and offset together say where ticks stand", "[panel][axes]")
{
    for (const Range& range : windows())
        for (const int most : {2, 3, 5, 9}) {
            CAPTURE(range.lo, range.hi, most);
            const Ticks ticks = linear_ticks(range, most);
            REQUIRE(!ticks.ticks.empty());
            for (const Tick& tick : ticks.ticks) {
                CAPTURE(tick.label, ticks.offset, tick.at);
                const auto far = static_cast<double>(told(tick.label, ticks.offset) - tick.at);
                // Ticks may stand beyond the range's ends by as little as this.
                CHECK(std::abs(far) <= kEpsilon * size_of(range) + 1e-6 * range.width());
            }
        }
}

TEST_CASE("the offset of a range is the same for any number of ticks", "[panel][axes]")
{
    for (const Range& range : windows())
        for (const int most : {2, 3, 4, 6, 9}) {
            CAPTURE(range.lo, range.hi, most);
            CHECK(linear_ticks(range, most).offset == linear_ticks(range, 5).offset);
        }
}

TEST_CASE("axes never show numbers that are not true", "[panel][axes]")
{
    Stand stand;
    stand.format = GENERATE(canvas::film_format(1920, 1080), canvas::film_format(640, 360));
    for (const Range& x : windows()) {
        const Box view{x, {1 - 0.5 * x.width(), 1 + 0.5 * x.width()}};
        // The room is measured for one size, and the axes are drawn at another.
        const Insets room
            = axes_insets(linear_axes(view, {{0, 384}, {0, 384}}, stand.format, stand.type),
                {{0, 384}, {0, 384}}, stand.format, stand.type);
        for (const double side : {60.0, 150.0, 260.0, 480.0, 900.0}) {
            CAPTURE(x.lo, x.hi, side);
            const Box box{{100, 100 + side}, {100, 100 + side}};
            const AxesMarks axes = linear_axes(view, box, stand.format, stand.type);
            for (const Box& outer : {around(box, room), grown(box, 12)}) {
                const auto texts = drawn(stand, axes, box, outer);
                std::string offset;
                for (const auto& text : texts)
                    if (text.box.y.lo > box.y.hi && text.text == axes.x.offset)
                        offset = text.text;
                int labels = 0;
                for (const auto& text : texts) {
                    if (text.box.y.lo <= box.y.hi || text.box.center().x < box.x.lo - 1
                        || text.text == offset)
                        continue;
                    ++labels;
                    const double share = (text.box.center().x - box.x.lo) / box.width();
                    const auto value = static_cast<double>(told(text.text, offset));
                    CAPTURE(text.text, offset);
                    CHECK(std::abs(value - x.at(share))
                        <= 1e-3 * x.width() + 2 * kEpsilon * size_of(x));
                }
                if (side >= 150 && outer.x.lo < box.x.lo - 12.5)
                    CHECK(labels >= 1);
            }
        }
    }
}
