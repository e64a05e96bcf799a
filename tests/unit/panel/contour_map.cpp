#include "canvas/pixel_layer.hpp"
#include "canvas/recorder.hpp"
#include "panel/contour/inset.hpp"
#include "panel/contour/plan.hpp"
#include "support/catch.hpp"
#include "support/experiments.hpp"

#include <algorithm>
#include <cstdlib>

using namespace thalweg;
using namespace thalweg::panel;
using namespace thalweg::test;

namespace {

/// A map that fills most of a picture.
struct Map {
    canvas::Format format = canvas::film_format(720, 720);
    canvas::Typesetter type{};
    Context context;
    std::unique_ptr<const Panel> panel;
    Placement placement{.setting = {format, {}, type}};
    std::unique_ptr<const PlacedPanel> placed;

    Map(const ContourPlan& plan, Context with)
        : context(std::move(with))
        , panel(plan.prepare(context))
    {
        const double side = 0.8 * std::min(format.width, format.height);
        const Insets room = panel->insets({side, side}, panel->scales(), placement.setting);
        const double x = std::ceil(room.left), y = std::ceil(room.top);
        placement.inner = {{x, x + side}, {y, y + side}};
        placement.outer
            = {{x - room.left, x + side + room.right}, {y - room.top, y + side + room.bottom}};
        placed = panel->place(placement);
    }

    std::vector<canvas::RecordedText> texts(double time_s)
    {
        canvas::Recorder recorder(canvas::palette(canvas::Theme::dark), type,
            {{0, format.width}, {0, format.height}}, false);
        placed->draw_backdrop(recorder, context.timeline->moment(time_s));
        return recorder.texts();
    }
    Pixels backdrop(double time_s)
    {
        canvas::PixelLayer layer(720, 720);
        const auto on = layer.canvas(format.scale, canvas::palette(canvas::Theme::dark), type);
        placed->draw_backdrop(*on, context.timeline->moment(time_s));
        return layer.pixels();
    }
};

Context walk(std::string_view surface = "rosenbrock")
{
    return context_of(experiments_of({arc_of({0, 0.5}, 0.6, 0, 0.6, 60)}, surface),
        {.pace = experiment::Pace::linear, .duration_s = 6});
}

bool is_inside(const Box& outer, const Box& inner)
{
    const Box room = grown(outer, 0.02);
    return hull(room, inner) == room;
}

/// Of any channel, inside a box of whole pixels.
int largest_difference(const Pixels& a, const Pixels& b, const PixelRect& rect)
{
    int largest = 0;
    for (int y = rect.y; y < rect.y + rect.height; ++y)
        for (int x = rect.x; x < rect.x + rect.width; ++x)
            for (int channel = 0; channel < 3; ++channel) {
                const int at = y * a.stride_bytes() + 4 * x + channel;
                largest = std::max(largest, std::abs(a.bytes()[at] - b.bytes()[at]));
            }
    return largest;
}

} // namespace

TEST_CASE("texts of a map stay inside its outer box and off each other", "[panel][contour]")
{
    ContourPlan plan;
    plan.runs = {0};
    plan.labels = true;
    plan.x_label = "intercept";
    plan.y_label = "slope";
    for (const bool zooms : {false, true}) {
        if (zooms)
            plan.camera = {{.at_s = 0, .center = Vec2{0, 1}, .follow = {}, .width = 4},
                {.at_s = 5, .center = Vec2{1, 1}, .follow = {}, .width = 1e-7}};
        Map map(plan, walk());
        for (const double t : {0.0, 1.3, 2.5, 3.9, 5.0}) {
            const std::vector<canvas::RecordedText> texts = map.texts(t);
            CHECK(texts.size() >= 5);
            for (std::size_t i = 0; i < texts.size(); ++i) {
                const canvas::RecordedText& text = texts[i];
                INFO(text.text << " at " << t << " s");
                CHECK(is_inside(map.placement.outer, text.box));
                for (std::size_t k = 0; k < i; ++k) {
                    INFO("and " << texts[k].text);
                    CHECK_FALSE(overlap(grown(text.box, -0.01), texts[k].box));
                }
            }
        }
    }
}

TEST_CASE("contour labels keep away from paths", "[panel][contour]")
{
    ContourPlan plan;
    plan.runs = {0};
    plan.labels = true;
    Map map(plan, walk());
    const Box view = map.context.experiments->all[0].plan.domain;
    const Box& inner = map.placement.inner;
    int labels = 0;
    for (const canvas::RecordedText& text : map.texts(0)) {
        if (text.groups != std::vector<std::string>{"contour-labels"})
            continue;
        ++labels;
        for (const Vec2 p : map.context.experiments->trajectory(0).points) {
            const Vec2 at{inner.x.at((p.x - view.x.lo) / view.width()),
                inner.y.at((view.y.hi - p.y) / view.height())};
            CHECK_FALSE(grown(text.box, 11.9).contains(at));
        }
    }
    CHECK(labels >= 2);
}

TEST_CASE("nothing pops where a zoom enters an octave", "[panel][contour]")
{
    ContourPlan plan;
    plan.runs = {0};
    plan.minima = MinimaMark::none;
    const double whole = walk("saddle").experiments->all[0].plan.domain.width();
    plan.camera = {
        {.at_s = 0, .center = Vec2{0.2, 0.1}, .follow = {}, .width = whole, .ease = Ease::linear},
        {.at_s = 5,
            .center = Vec2{0.2, 0.1},
            .follow = {},
            .width = whole / 32,
            .ease = Ease::linear}};
    Map map(plan, walk("saddle"));
    for (int octave = 1; octave <= 4; ++octave) { // one each second
        CAPTURE(octave);
        const Pixels before = map.backdrop(octave - 1e-5), after = map.backdrop(octave + 1e-5);
        const auto pixel = [&](double v) { return static_cast<int>(v * map.format.scale); };
        const Box ground = grown(map.placement.inner, -2); // ticks and frame are no part of it
        const PixelRect rect{
            pixel(ground.x.lo), pixel(ground.y.lo), pixel(ground.width()), pixel(ground.height())};
        CHECK(largest_difference(before, after, rect) <= 6);
        CHECK(largest_difference(before, map.backdrop(octave + 0.5), rect) > 20);
    }
}

TEST_CASE("an inset leaves its corner to itself", "[panel][contour]")
{
    ContourPlan plan;
    plan.runs = {0};
    plan.inset = InsetPlan{.center = {1, 1}, .width = 0.5, .corner = Corner::top_left};
    Map map(plan, walk());
    const experiment::Moment end = map.context.timeline->moment(6);
    canvas::Recorder recorder(canvas::palette(canvas::Theme::dark), map.type,
        {{0, map.format.width}, {0, map.format.height}}, false);
    map.placed->draw_action(recorder, end);
    const Box& inner = map.placement.inner;
    const Box corner{{inner.x.lo, inner.x.at(0.3)}, {inner.y.lo, inner.y.at(0.3)}};
    for (const canvas::RecordedText& text : recorder.texts())
        CHECK_FALSE(overlap(text.box, corner));
}

TEST_CASE(
    "labels of a map keep off its inset and the frame of what the inset shows", "[panel][contour]")
{
    ContourPlan plan;
    plan.runs = {0};
    plan.labels = true;
    plan.inset = InsetPlan{.center = {1, 1}, .width = 0.5, .corner = Corner::top_left};
    for (const bool zooms : {false, true}) {
        if (zooms)
            plan.camera = {{.at_s = 0, .center = Vec2{0, 1}, .follow = {}, .width = 4},
                {.at_s = 5, .center = Vec2{1, 1}, .follow = {}, .width = 0.01}};
        Map map(plan, walk());
        const Camera camera(plan.camera, map.context.experiments->all[0].plan.domain, map.context);
        const Box inset = inset_box(map.placement.inner, Corner::top_left, map.format);
        int labels = 0;
        for (double t = 0; t <= 6; t += 0.25) {
            const Projection project{camera.view(t), map.placement.inner};
            const Vec2 low = project({0.75, 0.75}), high = project({1.25, 1.25});
            const Box framed{{low.x, high.x}, {high.y, low.y}};
            for (const canvas::RecordedText& text : map.texts(t)) {
                if (text.groups != std::vector<std::string>{"contour-labels"})
                    continue;
                ++labels;
                INFO(text.text << " at " << t << " s");
                CHECK_FALSE(overlap(text.box, inset));
                const Box room = grown(text.box, 0.5); // off the frame, or inside of it
                CHECK((!overlap(room, framed) || hull(framed, room) == framed));
            }
        }
        CHECK(labels > 10);
    }
}

TEST_CASE("a view at which a camera comes to rest has contour labels", "[panel][contour]")
{
    ContourPlan plan;
    plan.runs = {0};
    plan.labels = true;
    for (const double width : {0.3, 0.02, 0.001}) {
        CAPTURE(width);
        plan.camera = {{.at_s = 0, .center = Vec2{0, 1}, .follow = {}, .width = 4},
            {.at_s = 4, .center = Vec2{1, 1}, .follow = {}, .width = width}};
        Map map(plan, walk());
        const auto texts = map.texts(6);
        const auto is_label = [](const canvas::RecordedText& text) {
            return text.groups == std::vector<std::string>{"contour-labels"};
        };
        CHECK(std::ranges::count_if(texts, is_label) >= 1);
    }
}
