#include "app/render_plan.hpp"

#include "core/error.hpp"
#include "output/kinds.hpp"
#include "support/catch.hpp"

using namespace thalweg;
using namespace thalweg::app;

namespace {

scene::Scene scene_with(const std::vector<std::string>& files)
{
    scene::Scene scene;
    for (const std::string& file : files)
        scene.outputs.push_back(output::default_output(file));
    return scene;
}

std::vector<std::string> targets(const std::vector<RenderJob>& jobs)
{
    std::vector<std::string> list;
    for (const RenderJob& job : jobs)
        for (const RenderTask& task : job.tasks)
            list.push_back(task.target.string());
    return list;
}

} // namespace

TEST_CASE("files go below the folder; a pattern chooses among them", "[app]")
{
    const auto scene = [] { return scene_with({"a.mp4", "sub/b.svg"}); };
    CHECK(targets(plan_render({scene()}, {}))
        == std::vector<std::string>{"output/a.mp4", "output/sub/b.svg"});
    CHECK(targets(plan_render({scene()}, {.folder = "x", .only = "*.svg"}))
        == std::vector<std::string>{"x/sub/b.svg"});
    CHECK_THROWS_AS(plan_render({scene()}, {.only = "*.pdf"}), UsageError);
    CHECK_THROWS_AS(plan_render({scene(), scene()}, {}), UsageError);
}

TEST_CASE("the first film of a scene becomes its stream", "[app]")
{
    const auto jobs = plan_render({scene_with({"a.svg", "b.gif", "c.mp4"})}, {.folder = "-"});
    REQUIRE(targets(jobs) == std::vector<std::string>{"-"});
    CHECK(jobs.at(0).tasks.at(0).output->describe() == "640x360, 25 fps");
    const auto without = plan_render({scene_with({"a.svg"})}, {.folder = "-"});
    CHECK(without.at(0).tasks.at(0).output->kind() == "y4m");
}
