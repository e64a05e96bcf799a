#include "output/production.hpp"

#include "core/error.hpp"
#include "output/kinds.hpp"
#include "panel/kinds.hpp"
#include "support/catch.hpp"
#include "support/experiments.hpp"
#include "support/picture.hpp"
#include "support/program.hpp"

#include <thread>

using namespace thalweg;
using namespace thalweg::output;

namespace {

/// Two runs on Rosenbrock's surface, with a map and a legend.
std::unique_ptr<Production> production(double duration_s = 2)
{
    const auto experiments = test::experiments_of(
        {test::arc_of({0, 1}, 1, 0.1, 0.6, 40), test::arc_of({0, 1}, 0.5, 0.2, 0.7, 40)});
    auto map = std::make_shared<panel::ContourPlan>();
    map->runs = {0, 1};
    figure::FigurePlan plan;
    plan.panels = {{"map", map}, {"legend", panel::make_legend({})}};
    return std::make_unique<Production>("scene", "A scene",
        test::context_of(experiments, {.duration_s = duration_s}), plan, canvas::Theme::automatic);
}

/// An output of a file name and a size that stands at 9:20.
OutputPtr output_of(const std::string& file, const std::string& size)
{
    Node node{.type = Node::Type::mapping, .where = {"s.yaml", 9, 5}};
    for (const auto& [key, value] : {std::pair{"file", file}, std::pair{"size", size}}) {
        Node::Entry& entry = node.entries.emplace_back();
        entry.key = key;
        entry.where = {"s.yaml", 9, 6};
        entry.value = {.type = Node::Type::scalar, .where = {"s.yaml", 9, 20}, .text = value};
    }
    Problems problems;
    const auto output = read_output(node, {}, problems);
    problems.throw_if_any();
    return *output;
}

} // namespace

TEST_CASE("outputs of one format share a figure, also from several threads", "[output]")
{
    const auto shared = production();
    const canvas::Format format = canvas::film_format(640, 360);
    figure::FigurePtr first, second;
    std::thread other([&] { second = shared->figure(format, 1); });
    first = shared->figure(format, 1);
    other.join();
    CHECK(first == second);
    CHECK(shared->figure(canvas::film_format(360, 640), 1) != first);
    CHECK(shared->figure(canvas::page_format(640, 360), 1) != first);
}

TEST_CASE("films are dark and pages light where a scene leaves the choice", "[output]")
{
    const auto scene = production();
    CHECK(&scene->palette(canvas::Theme::dark) == &canvas::palette(canvas::Theme::dark));
    CHECK(&scene->palette(canvas::Theme::light) == &canvas::palette(canvas::Theme::light));
}

TEST_CASE("frames are counted, and too many are refused with what to do", "[output]")
{
    CHECK(output_of("a.mp4", "hd")->frames(*production(10)) == 600);
    CHECK(output_of("a.gif", "320x180")->frames(*production(10)) == 250);
    CHECK(output_of("a.mp4", "hd")->frames(*production(0.001)) == 1);
    CHECK(output_of("a.svg", "300")->frames(*production(10)) == 1);
    CHECK(default_output("a.csv")->frames(*production(10)) == 0);
    CHECK_THROWS_AS(output_of("a.mp4", "hd")->frames(*production(1e6)), LimitError);
}

TEST_CASE("a page that is too small says how large it must be, and that is enough", "[output]")
{
    const auto scene = production();
    const auto refusal_of = [&](const std::string& size) {
        Problems problems;
        output_of("figure.pdf", size)->check(*scene, 1, problems);
        return problems.empty() ? std::string() : problems.list()[0].text();
    };
    const std::string refusal = refusal_of("22mm x 12mm");
    CHECK_THAT(refusal,
        Catch::StartsWith("s.yaml:9:20: figure.pdf: a page of 22 mm x 12 mm is too small for its "
                          "text; it needs at least "));
    const std::string needed = refusal.substr(refusal.rfind("least ") + 6);
    INFO(needed);
    CHECK(refusal_of(needed).empty());

    const test::TemporaryFolder folder;
    CHECK_THROWS_AS(
        output_of("figure.pdf", "22mm x 12mm")->write(*scene, folder / "figure.pdf", {}),
        SceneError);
    CHECK_FALSE(std::filesystem::exists(folder / "figure.pdf"));
}

TEST_CASE("pages say what they show", "[output]")
{
    const test::TemporaryFolder folder;
    const auto scene = production();
    output_of("a.pdf", "88mm")->write(*scene, folder / "a.pdf", {});
    const std::string info = test::run_program({"pdfinfo", folder / "a.pdf"}).out;
    CHECK_THAT(info, Catch::Contains("A scene"));
    output_of("a.svg", "88mm")->write(*scene, folder / "a.svg", {});
    CHECK_THAT(test::read_file(folder / "a.svg"),
        Catch::Contains("A scene</title>") && Catch::Contains("Contour map of "));
}

TEST_CASE("a picture shows the moment that is asked for", "[output]")
{
    const test::TemporaryFolder folder;
    const auto scene = production();
    const auto picture = [&](const std::optional<When>& at) {
        output_of("a.png", "320x180")->write(*scene, folder / "a.png", {.at = at});
        return test::read_png(folder / "a.png");
    };
    const Pixels end = picture({});
    CHECK(picture(When{When::Kind::end, 0}) == end);
    CHECK(picture(When{When::Kind::start, 0}) != end);
    CHECK(picture(When{When::Kind::step, 0}) == picture(When{When::Kind::start, 0}));
}
