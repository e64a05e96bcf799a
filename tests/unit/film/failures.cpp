#include "core/error.hpp"
#include "core/interrupt.hpp"
#include "film/apng.hpp"
#include "film/gif.hpp"
#include "film/png.hpp"
#include "film/video.hpp"
#include "film/webp.hpp"
#include "film/y4m.hpp"
#include "support/catch.hpp"
#include "support/program.hpp"
#include "unit/film/synthetic.hpp"

#include <atomic>
#include <csignal>
#include <functional>
#include <iostream>

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace thalweg;
using namespace thalweg::film;
using synthetic::noise;
using test::TemporaryFolder;

namespace {

using Writer = std::function<void(const std::string& file, const FilmSpec& film, int jobs)>;
struct Format {
    std::string name;
    Writer write;
};

Writer writer(Codec codec)
{
    return [codec](const auto& file, const auto& film, int jobs) {
        write_video(file, film, {.codec = codec, .quality = Quality::draft}, jobs);
    };
}

const std::vector<Format> kFilms{
    {"a.mp4", writer(Codec::h264)},
    {"av1.mp4", writer(Codec::av1)},
    {"a.webm", writer(Codec::vp9)},
    {"a.mov", writer(Codec::prores)},
    {"a.mkv", writer(Codec::ffv1)},
    {"a.gif", [](const auto& file, const auto& film, int jobs) { write_gif(file, film, jobs); }},
    {"a.webp", [](const auto& file, const auto& film, int jobs) { write_webp(file, film, jobs); }},
    {"a.apng", [](const auto& file, const auto& film, int jobs) { write_apng(file, film, jobs); }},
    {"a.y4m", [](const auto& file, const auto& film, int jobs) { write_y4m(file, film, jobs); }},
    {"%d.png",
        [](const auto& file, const auto& film, int jobs) { write_png_sequence(file, film, jobs); }},
};

/// Runs an action in a process of its own, which may change its limits and signals.
///
/// Returns  what its exception says, or "done"
std::string in_child(const std::function<void()>& action)
{
    int ends[2] = {};
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        std::string said = "done";
        try {
            action();
        } catch (const std::exception& error) {
            said = error.what();
        }
        const ssize_t written = ::write(ends[1], said.data(), said.size());
        ::_exit(written < 0);
    }
    ::close(ends[1]);
    std::string said(4096, '\0');
    const ssize_t n = ::read(ends[0], said.data(), said.size());
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    said.resize(static_cast<std::size_t>(std::max<ssize_t>(n, 0)));
    return said;
}

} // namespace

TEST_CASE("a disk that takes no more is an error, and nothing is left", "[film]")
{
    for (const Format& format : kFilms) {
        INFO(format.name);
        const TemporaryFolder folder;
        const std::string said = in_child([&] {
            std::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{20000, 20000};
            ::setrlimit(RLIMIT_FSIZE, &limit);
            format.write(folder / format.name, noise(60), 2);
        });
        CHECK_THAT(
            said, Catch::StartsWith("could not write ") && Catch::EndsWith("File too large"));
        CHECK(std::filesystem::is_empty(folder.path()));
    }
}

TEST_CASE("a full disk is an error, and nothing is left", "[film]")
{
    for (const Format& format : kFilms) {
        INFO(format.name);
        const TemporaryFolder folder;
        // A disk of 64 KiB; mounting needs the superuser, the case before needs nobody.
        if (::mount("tmpfs", folder.path().c_str(), "tmpfs", 0, "size=64k") != 0)
            return;
        const std::string said
            = in_child([&] { format.write(folder / format.name, noise(60), 2); });
        CHECK_THAT(said,
            Catch::StartsWith("could not write ") && Catch::EndsWith("No space left on device"));
        for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
            CHECK(entry.path().extension() == ".png"); // whole frames before the disk was full stay
        ::umount(folder.path().c_str());
    }
}

TEST_CASE("a full or closed standard output is an error", "[film]")
{
    const std::string full = in_child([] {
        ::dup2(::open("/dev/full", O_WRONLY), STDOUT_FILENO);
        write_y4m("-", synthetic::film(3), 2);
    });
    CHECK(full == "could not write to standard output: No space left on device");
    const std::string closed = in_child([] {
        catch_interrupts();
        int ends[2] = {};
        if (::pipe(ends) == 0)
            ::dup2(ends[1], STDOUT_FILENO);
        ::close(ends[0]);
        ::close(ends[1]);
        write_y4m("-", synthetic::film(3), 2);
    });
    CHECK(closed == "could not write to standard output: Broken pipe");
}

TEST_CASE("a folder that is not there is an error", "[film]")
{
    for (const Format& format : kFilms) {
        INFO(format.name);
        const TemporaryFolder folder;
        CHECK_THROWS_AS(
            format.write(folder / ("missing/" + format.name), synthetic::film(3, 25), 2),
            OutputError);
        test::write_file(folder / "file", "x");
        CHECK_THROWS_AS(
            format.write(folder / ("file/" + format.name), synthetic::film(3, 25), 2), OutputError);
        CHECK(test::read_file(folder / "file") == "x");
    }
}

TEST_CASE("an old file survives a film that fails", "[film]")
{
    const TemporaryFolder folder;
    test::write_file(folder / "a.mp4", "old");
    CHECK_THROWS_AS(write_video(folder / "a.mp4", synthetic::film(3, 30, 321, 180),
                        {.quality = Quality::draft}, 1),
        OutputError);
    CHECK(test::read_file(folder / "a.mp4") == "old");
}

TEST_CASE("an exception in a source stops all threads and comes out once", "[film]")
{
    class Failing final : public FrameSource {
    public:
        const Pixels& draw(int k, TileSet& changed) override
        {
            if (k >= 70)
                throw RenderError("no such frame");
            return source_.draw(k, changed);
        }

    private:
        synthetic::Source source_{320, 180};
    };
    const int jobs = GENERATE(1, 2, 3);
    for (const Format& format : kFilms) {
        INFO(format.name << " with " << jobs);
        const TemporaryFolder folder;
        FilmSpec film = synthetic::film(400, 25);
        film.source = [] { return std::make_unique<Failing>(); };
        CHECK_THROWS_WITH(format.write(folder / format.name, film, jobs), "no such frame");
        film.source = []() -> std::unique_ptr<FrameSource> { throw RenderError("no source"); };
        CHECK_THROWS_WITH(format.write(folder / format.name, film, jobs), "no source");
        CHECK_FALSE(std::filesystem::exists(folder / format.name));
    }
}

TEST_CASE("a signal ends a film at once and leaves nothing", "[film]")
{
    // Would take minutes; the signal arrives with the twentieth frame.
    class Interrupting final : public FrameSource {
    public:
        const Pixels& draw(int k, TileSet& changed) override
        {
            static std::atomic<int> drawn = 0;
            if (++drawn == 20)
                std::raise(SIGINT);
            return source_.draw(k, changed);
        }

    private:
        synthetic::Source source_{320, 180};
    };
    for (const Format& format : kFilms) {
        INFO(format.name);
        const TemporaryFolder folder;
        const std::string said = in_child([&] {
            catch_interrupts();
            FilmSpec film = synthetic::film(500'000, 25);
            film.source = [] { return std::make_unique<Interrupting>(); };
            format.write(folder / format.name, film, 2);
        });
        CHECK(said == "interrupted");
        CHECK_FALSE(std::filesystem::exists(folder / format.name));
        for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
            CHECK(entry.path().filename().string().front() != '.'); // no temporary file
    }
}

TEST_CASE("progress counts every frame once", "[film]")
{
    const TemporaryFolder folder;
    for (const int jobs : {1, 3}) {
        std::vector<int> told;
        write_video(folder / "a.mp4", synthetic::film(150), {.quality = Quality::draft}, jobs,
            [&](int done, int total) {
                CHECK(total == 150);
                told.push_back(done);
            });
        std::vector<int> all(150);
        std::generate(all.begin(), all.end(), [k = 0]() mutable { return ++k; });
        CHECK(told == all);
    }
}
