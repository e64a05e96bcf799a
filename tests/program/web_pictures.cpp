// Animated WebP and PNG in the browser that most readers have.
#include "support/browser.hpp"
#include "support/catch.hpp"
#include "support/picture.hpp"
#include "support/scenes.hpp"

#include <cstdio>

#include <fmt/format.h>

using namespace thalweg;
using namespace thalweg::test;

namespace {

constexpr int kWidth = 320, kHeight = 180;

/// The pictures, made once for all tests of this file.
const TemporaryFolder& pictures()
{
    static const TemporaryFolder folder;
    static const Ended ended
        = render("surface: rosenbrock\nsteps: 60\nduration: 2\n"
                 "optimizers: [{kind: momentum, learning_rate: 0.0005}]\n"
                 "outputs: [{file: f.webp, size: 320x180, fps: 10, background: transparent}, "
                 "{file: f.apng, size: 320x180, fps: 10, background: transparent}]\n",
            folder);
    INFO(ended.err);
    REQUIRE(ended.code == 0);
    return folder;
}

std::string base64(const std::string& bytes)
{
    constexpr const char* kDigits
        = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t three = 0;
        for (std::size_t k = 0; k < 3; ++k)
            three = three << 8
                | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            text += i + k > bytes.size() ? '=' : kDigits[three >> (18 - 6 * k) & 63U];
    }
    return text;
}

/// A page whose title tells, once all frames are decoded by the browser: how many there are, how
/// many differ from the one before, seconds, repetitions, and the colour of a corner in all of
/// them.
///
/// While the document of its frame is open, the page counts as loading, so that the browser waits.
std::string decoding_page(const std::string& type, const std::string& bytes)
{
    return fmt::format(R"(<!doctype html><title>none</title><body><iframe id=hold></iframe><script>
const held = hold.contentDocument;
held.open();
(async () => {{
    const bytes = Uint8Array.from(atob("{}"), c => c.charCodeAt(0));
    const decoder = new ImageDecoder({{data: bytes, type: "{}"}});
    await decoder.tracks.ready;
    await decoder.completed;
    const track = decoder.tracks.selectedTrack;
    const canvas = new OffscreenCanvas({}, {});
    const pen = canvas.getContext("2d");
    const corners = new Set();
    let before = null, changes = 0, duration = 0;
    for (let i = 0; i < track.frameCount; ++i) {{
        const {{image}} = await decoder.decode({{frameIndex: i}});
        pen.clearRect(0, 0, canvas.width, canvas.height);
        pen.drawImage(image, 0, 0);
        const pixels = pen.getImageData(0, 0, canvas.width, canvas.height).data;
        if (before && pixels.some((value, k) => value !== before[k]))
            ++changes;
        before = pixels;
        corners.add(pixels.slice(0, 4).join(","));
        duration += image.duration / 1e6;
        image.close();
    }}
    document.title = `${{track.frameCount}} frames, ${{changes}} changes, ${{duration.toFixed(2)}} s, `
        + `${{track.repetitionCount}} times, corner ${{[...corners].join(" ")}}`;
}})().catch(error => document.title = error).finally(() => held.close());
</script>)",
        base64(bytes), type, kWidth, kHeight);
}

std::string title_of(const std::string& html)
{
    const std::string open = "<title>";
    const std::size_t at = html.find(open);
    return at == html.npos
        ? std::string()
        : html.substr(at + open.size(), html.find('<', at + 1) - at - open.size());
}

} // namespace

TEST_CASE("a browser plays animated WebP and PNG, without a network", "[film]")
{
    if (browser().empty()) {
        WARN("no Chromium here: scripts/setup long installs it");
        return;
    }
    const TemporaryFolder folder;
    for (const auto& [name, type] : std::initializer_list<std::pair<const char*, const char*>>{
             {"f.webp", "image/webp"}, {"f.apng", "image/png"}}) {
        INFO(name);
        write_file(folder / "page.html", decoding_page(type, read_file(pictures() / name)));
        const std::string html = browse(folder, {"--dump-dom"}, folder / "page.html");
        // The film holds its first and its last moment, so some frames are equal.
        int frames = 0, changes = 0;
        const std::string title = title_of(html);
        INFO(title);
        REQUIRE(std::sscanf(title.c_str(), "%d frames, %d changes", &frames, &changes) == 2);
        CHECK(changes >= 5);
        CHECK(changes < frames);
        CHECK(title.find(", 2.00 s, Infinity times, corner 0,0,0,0") != std::string::npos);
        CHECK(title.ends_with("corner 0,0,0,0")); // of no other colour in any frame
    }
}

TEST_CASE("where nothing is drawn, the page behind a web picture is seen exactly", "[film]")
{
    if (browser().empty()) {
        WARN("no Chromium here: scripts/setup long installs it");
        return;
    }
    const TemporaryFolder folder;
    for (const char* name : {"f.webp", "f.apng"})
        for (const auto& [page, expected] : std::initializer_list<std::pair<const char*, Rgb>>{
                 {"#000", {0, 0, 0}}, {"#4080c0", {64, 128, 192}}}) {
            INFO(name << " over " << page);
            write_file(folder / "page.html",
                fmt::format("<!doctype html><body style='margin:0; background:{}'><img src='{}'>",
                    page, pictures() / name));
            browse(folder,
                {fmt::format("--window-size={},{}", kWidth, kHeight),
                    "--screenshot=" + (folder / "seen.png")},
                folder / "page.html");
            const Pixels seen = read_png(folder / "seen.png");
            REQUIRE(seen.width() == kWidth);
            CHECK(rgb(seen.row(0)[0]) == expected);
            CHECK(rgb(seen.row(kHeight - 1)[kWidth - 1]) == expected);
            bool is_shown = false; // the picture itself
            for (int x = 0; x < kWidth; ++x)
                is_shown |= rgb(seen.row(kHeight / 2)[static_cast<std::size_t>(x)]) != expected;
            CHECK(is_shown);
        }
}
