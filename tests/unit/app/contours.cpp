#include "core/node.hpp"
#include "scene/yaml.hpp"
#include "support/catch.hpp"
#include "support/program.hpp"

#include <cmath>

using namespace thalweg;
using namespace thalweg::test;

namespace {

double number(const Node& node)
{
    double value = std::nan("");
    REQUIRE(parse_number(node.text, value));
    return value;
}

Node contours(const std::string& scene, std::vector<std::string> options)
{
    const TemporaryFolder folder;
    write_file(folder / "scene.yaml", scene);
    options.insert(options.begin(), {"contours", folder / "scene.yaml"});
    const Ended ended = run_thalweg(options);
    INFO(ended.err);
    REQUIRE(ended.code == 0);
    return scene::parse_yaml(ended.out, "json"); // JSON is YAML
}

} // namespace

TEST_CASE("the level set of the bowl is a circle, to the tolerance", "[app]")
{
    const Node root
        = contours("surface: bowl\ndomain: {x: [-2, 2], y: [-2, 2]}\noptimizers: [momentum]\n",
            {"--level", "1", "--level", "-1", "--tolerance", "1e-6"});
    CHECK(number(root.find("domain")->find("x")->items[0]) == -2);
    CHECK(number(*root.find("tolerance")) == 1e-6);
    const Node& levels = *root.find("levels");
    REQUIRE(levels.items.size() == 2);

    const Node& circle = levels.items[0];
    CHECK(number(*circle.find("level")) == 1);
    CHECK(circle.find("certified")->text == "true");
    CHECK(circle.find("uncertified_at")->items.empty());
    REQUIRE(circle.find("rings")->items.size() == 1);
    const Node& ring = circle.find("rings")->items[0];
    CHECK(ring.find("closed")->text == "true");
    const auto& beziers = ring.find("beziers")->items;
    for (std::size_t i = 0; i < beziers.size(); ++i) {
        REQUIRE(beziers[i].items.size() == 8);
        const Node& next = beziers[(i + 1) % beziers.size()];
        CHECK(beziers[i].items[6].text == next.items[0].text); // digit by digit
        CHECK(beziers[i].items[7].text == next.items[1].text);
        CHECK(std::hypot(number(beziers[i].items[0]), number(beziers[i].items[1]))
            == Approx(1).margin(1e-6));
    }
    CHECK(levels.items[1].find("rings")->items.empty()); // below the minimum there is nothing
}

TEST_CASE("without --level the scene's own levels are traced", "[app]")
{
    const Node root
        = contours("surface: bowl\noptimizers: [momentum]\n"
                   "panels: {map: {kind: contour, levels: {kind: list, values: [0.5, 2]}}}\n",
            {});
    const Node& levels = *root.find("levels");
    REQUIRE(levels.items.size() == 2);
    CHECK(number(*levels.items[0].find("level")) == 0.5);
    CHECK(number(*levels.items[1].find("level")) == 2);
}
