// What a frame of the demo's film costs on one thread, part by part, and what the whole film takes.
//
//   bench_film [JOBS [FOLDER]]    film.mp4 and film.y4m are left in FOLDER where it is given

#include "film/chunks.hpp"
#include "film/encoder.hpp"
#include "film/mp4.hpp"
#include "film/stage_source.hpp"
#include "film/y4m.hpp"
#include "film/yuv.hpp"
#include "support/plans.hpp"
#include "support/temporary_folder.hpp"

#include <chrono>
#include <ctime>
#include <thread>

#include <fmt/format.h>

using namespace thalweg;

namespace {

double cpu_ms()
{
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

RunPlan run_of(
    const std::string& kind, const std::vector<std::pair<std::string, std::string>>& options)
{
    std::vector<std::pair<std::string, Node>> entries{{"kind", nodes::scalar(kind)}};
    for (const auto& [key, value] : options)
        entries.emplace_back(key, nodes::scalar(value));
    Problems problems;
    RunPlan run;
    run.optimizer
        = make_kind(nodes::mapping(entries), "optimizer", optimizer_kinds(), problems).value();
    problems.throw_if_any();
    run.name = kind + (options.size() > 1 ? options.back().second : "");
    run.start = {-1.5, 1.5};
    return run;
}

/// Rosenbrock's valley with three runs, 10 s at 1080p60.
FilmSpec demo()
{
    Plan plan;
    plan.name = "bench";
    plan.title = "Why momentum matters";
    plan.surface = test::made<SurfacePtr>(surface_kinds(), "rosenbrock");
    plan.domain = plan.surface->facts().domain;
    plan.runs = {run_of("gradient-descent", {{"learning_rate", "0.001"}}),
        run_of("momentum", {{"learning_rate", "0.0005"}, {"momentum", "0.5"}}),
        run_of("momentum", {{"learning_rate", "0.0002"}, {"momentum", "0.9"}})};
    plan.run.steps = 540;
    plan.contour.levels = test::made<LevelRule>(level_kinds(), "log");
    plan.duration_s = 10;
    const StagePtr stage = pixel_stage(make_experiment(std::move(plan)), 1920, 1080);
    return {.frames = 600, .source = stage_frames(stage, Theme::dark, 1920, 1080, 60)};
}

/// CPU milliseconds of one thread.
struct Cost {
    double draw = 0, convert = 0, encode = 0;
    int tiles = 0;
};

Cost cost_of(const FilmSpec& film)
{
    Cost cost;
    const Chunks chunks(film.frames, film.fps);
    const EncoderOptions options{.width = film.width,
        .height = film.height,
        .fps = film.fps,
        .longest_chunk = chunks.longest()};
    const std::unique_ptr<FrameSource> source = film.source();
    YuvPicture picture(film.width, film.height);
    TileSet changed(film.width, film.height);
    double before = cpu_ms();
    const auto lap = [&](double& sum) {
        const double now = cpu_ms();
        sum += now - before;
        before = now;
    };
    for (int i = 0; i < chunks.count(); ++i) {
        ChunkEncoder encoder(options, chunks.begin(i));
        Packets packets;
        for (int k = chunks.begin(i); k < chunks.begin(i + 1); ++k) {
            changed.clear();
            const Pixels& pixels = source->draw(k, changed);
            lap(cost.draw);
            cost.tiles += changed.count();
            picture.update(pixels, changed);
            lap(cost.convert);
            encoder.encode(picture.frame(), picture.still(), packets);
            lap(cost.encode);
        }
        encoder.finish(packets);
        lap(cost.encode);
    }
    return cost;
}

} // namespace

int main(int count, char** words)
{
    const int jobs
        = count > 1 ? std::atoi(words[1]) : static_cast<int>(std::thread::hardware_concurrency());
    const FilmSpec film = demo();
    av::hush();
    const Cost cost = cost_of(film);
    fmt::print("draw {:.3f} ms, convert {:.3f} ms ({:.1f} tiles), encode {:.3f} ms a frame of CPU; "
               "draw and convert are {:.1f} % of encode\n",
        cost.draw / film.frames, cost.convert / film.frames,
        static_cast<double>(cost.tiles) / film.frames, cost.encode / film.frames,
        100 * (cost.draw + cost.convert) / cost.encode);
    const TemporaryFolder scratch;
    const std::filesystem::path folder
        = count > 2 ? std::filesystem::path(words[2]) : scratch.path();
    const auto begin = std::chrono::steady_clock::now();
    write_mp4(folder / "film.mp4", film, Quality::standard, jobs);
    const double seconds
        = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    fmt::print("whole film with {} jobs: {:.2f} s, {:.1f} frames a second, {} KiB\n", jobs, seconds,
        film.frames / seconds, std::filesystem::file_size(folder / "film.mp4") / 1024);
    if (count > 2)
        write_y4m(folder / "film.y4m", film, jobs);
}
