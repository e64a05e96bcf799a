#include "scene/overrides.hpp"

#include "core/error.hpp"
#include "scene/scene.hpp"
#include "scene/yaml.hpp"
#include "support/catch.hpp"
#include "support/program.hpp"

using namespace thalweg;
using namespace thalweg::scene;

namespace {

constexpr const char* kScene = "surface: bowl\nsteps: 10\noptimizers: [momentum, {kind: newton}]\n";

Node overridden(const std::vector<std::string>& sets)
{
    Node root = parse_yaml(kScene, "scene.yaml");
    std::vector<Override> overrides;
    for (const std::string& set : sets)
        overrides.push_back(parse_override(set));
    Problems problems;
    apply_overrides(root, overrides, problems);
    problems.throw_if_any();
    return root;
}

} // namespace

TEST_CASE("option --set replaces, adds and reaches into lists", "[scene]")
{
    CHECK(overridden({"steps=20"}).find("steps")->text == "20");
    CHECK(overridden({"style.trail.width=2"}).find("style")->find("trail")->find("width")->text
        == "2");
    CHECK(overridden({"optimizers.1.label=x = y"}).find("optimizers")->items[1].find("label")->text
        == "x = y");
    CHECK(overridden({"surface={kind: rosenbrock, a: 2}"}).find("surface")->find("a")->text == "2");
    CHECK(overridden({"title="}).find("title")->type == Node::Type::null);
    CHECK(overridden({"steps=20", "steps=30"}).find("steps")->text == "30");
}

TEST_CASE("option --set makes a mapping of a bare name on its way", "[scene]")
{
    const Node root = overridden({"optimizers.0.learning_rate=0.01"});
    const Node& momentum = root.find("optimizers")->items[0];
    CHECK(momentum.find("kind")->text == "momentum");
    CHECK(momentum.find("learning_rate")->text == "0.01");
}

TEST_CASE("option --set says where it does not fit", "[scene]")
{
    using Catch::Contains;
    CHECK_THROWS_WITH(overridden({"optimizers.2.label=x"}),
        Contains("--set optimizers.2.label: \"2\" is no place"));
    CHECK_THROWS_WITH(overridden({"optimizers.-1=x"}), Contains("is no place in this list"));
    CHECK_THROWS_WITH(overridden({"steps.a=1"}), Contains("\"a\" would stand inside \"10\""));
    CHECK_THROWS_WITH(overridden({"steps=[1"}), Contains("--set steps: this is not valid YAML"));
    for (const char* wrong : {"steps", "=1", ".steps=1", "a..b=1", "a.=1"})
        CHECK_THROWS_AS(parse_override(wrong), UsageError);
}

TEST_CASE("a wrong value from --set is located there", "[scene]")
{
    const test::TemporaryFolder folder;
    test::write_file(folder / "a.yaml", kScene);
    const std::vector<Override> overrides
        = {parse_override("steps=-1"), parse_override("optimizers.0.momentun=0.5")};
    try {
        load_scene(folder / "a.yaml", overrides);
        FAIL("it loaded");
    } catch (const SceneError& error) {
        REQUIRE(error.problems().size() == 2);
        CHECK(error.problems()[0].text()
            == "--set steps: steps must be at least 1 and at most 1000000, not -1");
        CHECK(error.problems()[1].text()
            == "--set optimizers.0.momentun: unknown key \"momentun\" (did you mean "
               "\"momentum\"?)");
    }
}
