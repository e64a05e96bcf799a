// Pictures of several experiments, mosaics, and panels alone: every panel is there with all of its
// text, or a problem says what does not fit and which size would.
#include "pictures/inspection.hpp"
#include "support/catch.hpp"

#include <fmt/format.h>

using namespace thalweg;
using namespace thalweg::test;

namespace {

constexpr const char* kRuns
    = "steps: 60\nduration: 2\noptimizers: [gradient-descent, {kind: adam, learning_rate: 0.05}]\n";

constexpr const char* kTwo = "title: Where it starts decides\nsurface: himmelblau\n"
                             "experiments: {left: {start: [-1, 1]}, right: {start: [1, -1]}}\n";
constexpr const char* kThree
    = "experiments: {a: {surface: rosenbrock}, b: {surface: himmelblau}, c: {surface: beale}}\n"
      "panels:\n"
      "  pa: {kind: contour, of: a, title: Rosenbrock}\n"
      "  pb: {kind: contour, of: b, title: Himmelblau}\n"
      "  pc: {kind: contour, of: c, title: \"Beale, with a title that is far too long for a narrow "
      "panel\"}\n";
constexpr const char* kFour
    = "title: Four valleys\n"
      "experiments:\n  a: {surface: rosenbrock}\n"
      "  b: {surface: rosenbrock, start: [1.5, 2.5]}\n  c: {surface: beale}\n"
      "  d: {surface: {kind: bowl, a: 1, b: 25}, domain: {x: [-20, 20], y: [-1, 1]}}\n"
      "panels:\n  pa: {kind: contour, of: a}\n  pb: {kind: contour, of: b}\n"
      "  pc: {kind: contour, of: c}\n  pd: {kind: contour, of: d}\n"
      "  la: {kind: loss, of: a, title: \"Loss of the first\"}\n  ld: {kind: loss, of: d}\n";
constexpr const char* kMosaic
    = "layout: [[title, title, title], [pa, pb, la], [pc, pd, ld], [legend, legend, colorbar]]\n";
constexpr const char* kSpans
    = "title: Spans\nsurface: beale\nstart: [1, 1.5]\n"
      "panels:\n"
      "  map: {kind: contour, labels: true, inset: {center: [3, 0.5], width: 0.6}}\n"
      "  words: {kind: text, title: Note, text: \"Adam adapts its step $\\\\alpha / \\\\sqrt{v}$ "
      "to "
      "each direction; it divides the gradient by a running mean of its square.\"}\n"
      "  results: {kind: table, show: results, title: Results}\n"
      "  rates: {kind: loss, quantity: learning-rate, against: evaluations, title: Learning rate}\n"
      "layout: [[map, map, words], [map, map, rates], [., results, legend]]\n";
constexpr const char* kSurface = "surface: himmelblau\n";

/// What is hard to compose, as text.
std::vector<std::pair<std::string, std::string>> scenes()
{
    const auto of = [](const std::string& text) { return text + kRuns; };
    const std::string surface = kSurface;
    return {
        {"two experiments", of(kTwo)},
        {"three experiments with long titles", of(kThree)},
        {"four experiments", of(kFour)},
        {"four experiments in a mosaic", of(std::string(kFour) + kMosaic)},
        {"spans, an inset and an empty cell", of(kSpans)},
        {"a curve alone", of(surface + "layout: [[loss]]\n")},
        {"a table alone", of(surface + "layout: [[table]]\n")},
        {"words alone",
            of(surface + "panels: {t: {kind: text, text: Just a few words}}\nlayout: [[t]]\n")},
        {"a column of parts",
            of(surface + "layout: [[title], [map], [legend], [colorbar], [loss]]\n")},
    };
}

std::vector<NamedFormat> hard_formats()
{
    constexpr double kMillimetre = 72 / 25.4;
    std::vector<NamedFormat> all;
    const auto film = [&](int width, int height) {
        all.push_back({fmt::format("{}x{}", width, height), canvas::film_format(width, height),
            std::min(width, height)});
    };
    const auto page = [&](double width) {
        all.push_back({fmt::format("{} mm", width), canvas::page_format(width * kMillimetre, 0)});
    };
    film(1920, 1080);
    film(1080, 1920);
    film(200, 900);
    page(88);
    if (!is_long_run())
        return all;
    for (const auto& [width, height] : std::initializer_list<std::pair<int, int>>{
             {1080, 1080}, {960, 540}, {640, 360}, {3840, 400}, {97, 97}})
        film(width, height);
    for (const double width : {21.0, 57.0, 183.0, 250.0})
        page(width);
    return all;
}

void inspect(
    const output::Production& production, const figure::FigurePlan& plan, const NamedFormat& format)
{
    INFO(format.name);
    try {
        Inspection inspection(production, format, canvas::Theme::dark);
        inspection.look_at_film(is_long_run() ? 0.25 : 1);
        if (production.figure(format.format, 2)->left_out().empty() && plan.layout.wide)
            inspection.check_panels(plan);
        INFO(inspection.findings().text());
        CHECK(inspection.findings().empty());
    } catch (const figure::DoesNotFit& refusal) {
        CHECK(format.format.is_page); // a film gets smaller type instead
        CHECK(refusal.needed_width > format.format.width);
    }
}

} // namespace

TEST_CASE("every composition shows all of its panels with all of their text", "[boxes]")
{
    for (const auto& [name, text] : scenes())
        DYNAMIC_SECTION(name)
        {
            const scene::Scene scene = scene_of_text(text);
            const figure::FigurePlan plan = scene.figure;
            const auto production = production_of(scene);
            for (const NamedFormat& format : hard_formats())
                inspect(*production, plan, format);
        }
}
