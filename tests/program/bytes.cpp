// The same scene gives the same bytes, however many jobs draw it and however often.
#include "support/catch.hpp"
#include "support/scenes.hpp"

using namespace thalweg;
using namespace thalweg::test;

TEST_CASE("files are the same for one job and for two, and from run to run", "[bytes]")
{
    const std::vector<std::string> files
        = {"f.mp4", "l.mp4", "f.webm", "f.mov", "f.mkv", "v.mp4", "f.webp", "f.apng", "s.webp",
            "f.jpg", "f.gif", "f.y4m", "f.png", "f.svg", "f.pdf", "f.csv", "f-0007.png"};
    const std::string scene = with(with(read_file("scenes/rosenbrock.yaml"), "duration", "5"),
        "outputs",
        "[{file: f.mp4, size: 480x270, fps: 30}, {file: f.gif, size: 320x180, fps: 10}, "
        "{file: l.mp4, size: 320x180, fps: 10, codec: h264-lossless}, "
        "{file: f.webm, size: 320x180, fps: 10, background: transparent}, "
        "{file: f.mov, size: 321x181, fps: 10, background: transparent}, "
        "{file: f.mkv, size: 321x181, fps: 10, background: transparent}, "
        "{file: v.mp4, size: 320x180, fps: 10, codec: av1}, "
        "{file: f.webp, size: 321x181, fps: 10, background: transparent}, "
        "{file: f.apng, size: 321x181, fps: 10}, {file: s.webp, size: 321x181, at: end}, "
        "{file: f.jpg, size: 321x181}, "
        "{file: f.y4m, size: 320x180, fps: 10}, {file: f.png, size: 480x270}, f.svg, f.pdf, f.csv, "
        "{file: f-%04d.png, size: 160x90, fps: 2}]");
    const TemporaryFolder one, two, again;
    for (const auto& [folder, jobs] : {std::pair(&one, "1"), {&two, "2"}, {&again, "2"}}) {
        const Ended ended = render(scene, *folder, {"-j", jobs});
        INFO(ended.err);
        REQUIRE(ended.code == 0);
    }
    for (const std::string& file : files) {
        INFO(file);
        const std::string bytes = read_file(one / file);
        CHECK(!bytes.empty());
        CHECK((bytes == read_file(two / file))); // in parentheses: megabytes need no printing
        CHECK((bytes == read_file(again / file)));
    }
}
