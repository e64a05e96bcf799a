// What a frame of a scene's film (the demo's) costs on one thread, part by part, and what the whole
// film takes.
//
//   bench_film [JOBS [FOLDER [SCENE]]]    film.mp4 and film.y4m are left in FOLDER where it is
//   given
//   bench_film draw SCENE                 only what drawing costs

#include "film/chunks.hpp"
#include "film/encoder.hpp"
#include "film/video.hpp"
#include "film/y4m.hpp"
#include "film/yuv.hpp"
#include "output/figures.hpp"
#include "scene/scene.hpp"
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

/// A scene's film, 10 s at 1080p60.
film::FilmSpec film_of(const std::string& path)
{
    scene::Scene scene = scene::load_scene(path);
    scene.time.duration_s = 10;
    const auto experiments = experiment::run_all(scene.experiments, 2);
    const output::Production production(scene.name, scene.title,
        {experiments, std::make_shared<const experiment::Timeline>(experiments, scene.time)},
        scene.figure, scene.theme);
    return output::film_of(production.figure(canvas::film_format(1920, 1080), 2),
        {production.palette(canvas::Theme::dark)}, {1920, 1080}, 60, 600);
}

/// CPU milliseconds of one thread.
struct Cost {
    double draw = 0, convert = 0, encode = 0;
    int tiles = 0;
};

Cost cost_of(const film::FilmSpec& film)
{
    Cost cost;
    const film::Chunks chunks(film.frames, film.fps);
    const film::EncoderOptions options{.width = film.width,
        .height = film.height,
        .fps = film.fps,
        .longest_chunk = chunks.longest()};
    const std::unique_ptr<film::FrameSource> source = film.source();
    film::YuvPicture picture(film.width, film.height);
    TileSet changed(film.width, film.height);
    double before = cpu_ms();
    const auto lap = [&](double& sum) {
        const double now = cpu_ms();
        sum += now - before;
        before = now;
    };
    for (int i = 0; i < chunks.count(); ++i) {
        film::ChunkEncoder encoder(options, chunks.begin(i));
        film::Packets packets;
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

/// CPU milliseconds of one thread that the frames take, drawn one after another.
double drawing_ms(const film::FilmSpec& film)
{
    const std::unique_ptr<film::FrameSource> source = film.source();
    TileSet changed(film.width, film.height);
    const double before = cpu_ms();
    for (int k = 0; k < film.frames; ++k) {
        changed.clear();
        source->draw(k, changed);
    }
    return cpu_ms() - before;
}

} // namespace

int main(int count, char** words)
{
    if (count == 3 && words[1] == std::string("draw")) {
        const film::FilmSpec film = film_of(words[2]);
        fmt::print("draw {:.3f} ms a frame of CPU\n", drawing_ms(film) / film.frames);
        return 0;
    }
    const int jobs
        = count > 1 ? std::atoi(words[1]) : static_cast<int>(std::thread::hardware_concurrency());
    const film::FilmSpec film = film_of(count > 3 ? words[3] : "scenes/rosenbrock.yaml");
    film::av::silence_logging();
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
    film::write_video(folder / "film.mp4", film, {}, jobs);
    const double seconds
        = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    fmt::print("whole film with {} jobs: {:.2f} s, {:.1f} frames a second, {} KiB\n", jobs, seconds,
        film.frames / seconds, std::filesystem::file_size(folder / "film.mp4") / 1024);
    if (count > 2)
        film::write_y4m(folder / "film.y4m", film, jobs);
}
