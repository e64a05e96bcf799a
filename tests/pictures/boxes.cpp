// No text meets another text, nothing leaves its place, every run is named: asked of the figures
// themselves, for every scene in every format, over whole films.
#include "pictures/inspection.hpp"
#include "support/catch.hpp"

#include <fmt/format.h>

using namespace thalweg;
using namespace thalweg::test;

namespace {

void inspect(const std::string& name, const output::Production& production)
{
    for (const NamedFormat& format : formats())
        for (const canvas::Theme theme : {canvas::Theme::dark, canvas::Theme::light}) {
            const Findings findings = Inspection(production, format, theme).run();
            INFO(name << ", " << format.name << findings.text());
            CHECK(findings.empty());
        }
}

/// A scene with so many runs of names of 30 characters.
std::string scene_of(int runs)
{
    std::string text = "surface: rosenbrock\nsteps: 300\nduration: 5\noptimizers:\n";
    for (int i = 0; i < runs; ++i)
        text += fmt::format("  - {{kind: momentum, learning_rate: {}, momentum: {}, label: "
                            "\"momentum of a long name, no. {:03}\"}}\n",
            0.0002 + 0.00005 * i, 0.5 + 0.02 * i, i + 1);
    return text;
}

} // namespace

TEST_CASE("texts keep apart in every scene, format and theme", "[boxes]")
{
    for (const std::string& file : scene_files())
        DYNAMIC_SECTION(file)
        {
            inspect(file, *production_of(scene::load_scene(file)));
        }
}

TEST_CASE("names that are too long for small pictures are shortened, and stay different", "[boxes]")
{
    const auto production = production_of_text(
        "surface: himmelblau\nstart: [0, 0]\nsteps: 100\noptimizers:\n"
        "  - {kind: momentum, learning_rate: 0.002, label: a very long name indeed that never ends "
        "and goes on and on until the page is full}\n"
        "  - {kind: adam, label: a very long name indeed that never ends and goes on and on until "
        "the very last page is full}\n"
        "  - {kind: rmsprop, label: "
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen}\n"
        "  - {kind: adagrad, label: \"e\u0301 ∇f & <b>\"}\n");
    for (const auto& [width, height] :
        {std::pair{640, 360}, std::pair{360, 640}, std::pair{320, 240}}) {
        const NamedFormat format{fmt::format("{}x{}", width, height),
            canvas::film_format(width, height), std::min(width, height)};
        CHECK(production->figure(format.format, 2)->left_out().empty());
        const Findings findings = Inspection(*production, format, canvas::Theme::dark).run();
        INFO(format.name << findings.text());
        CHECK(findings.empty());
    }
    CHECK(production->figure(canvas::film_format(200, 900), 2)->left_out().empty());
}

TEST_CASE("twenty runs are named in a small picture", "[boxes]")
{
    const auto production = production_of_text(scene_of(20));
    for (const auto& [width, height] : {std::pair{640, 360}, std::pair{480, 854}})
        CHECK(production->figure(canvas::film_format(width, height), 2)->left_out().empty());
}

TEST_CASE("a page of one column tells less of many runs rather than grow without end", "[boxes]")
{
    const auto production = production_of_text(scene_of(20));
    const canvas::Format page = canvas::page_format(88 * 72 / 25.4, 0);
    CHECK(production->figure(page, 2)->format().height < 2 * page.width);
}

TEST_CASE("texts keep apart for one, three, eight and twelve runs of long names", "[boxes]")
{
    for (const int runs : {1, 3, 8, 12})
        DYNAMIC_SECTION(runs << " runs")
        {
            inspect(std::to_string(runs) + " runs", *production_of_text(scene_of(runs)));
        }
}
