#include "app/render_plan.hpp"

#include "app/render_output.hpp"
#include "core/error.hpp"
#include "support/catch.hpp"

using namespace thalweg;

namespace {

Scene scene_with(std::vector<std::string> files)
{
    Scene scene;
    for (const std::string& file : files) {
        OutputSpec output;
        output.file = file;
        output.kind = file.ends_with(".mp4") ? OutputKind::mp4 : OutputKind::svg;
        scene.outputs.push_back(output);
    }
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

TEST_CASE("wishes of the command line win", "[app]")
{
    const auto jobs = plan_render({scene_with({"a.mp4"})},
        {.quality = Quality::draft, .at = When{.kind = When::Kind::step, .value = 3}});
    CHECK(jobs.at(0).tasks.at(0).output.quality == Quality::draft);
    CHECK(jobs.at(0).tasks.at(0).output.at.value == 3);
}

TEST_CASE("frames are counted, and too many are refused with what to do", "[app]")
{
    Experiment experiment;
    experiment.duration_s = 10;
    OutputSpec film;
    CHECK(frame_count(experiment, film) == 600);
    film.fps = 25;
    CHECK(frame_count(experiment, film) == 250);
    experiment.duration_s = 0.001;
    CHECK(frame_count(experiment, film) == 1);
    experiment.duration_s = 1e6;
    CHECK_THROWS_AS(frame_count(experiment, film), LimitError);
    film.kind = OutputKind::csv;
    CHECK(frame_count(experiment, film) == 0);
}
