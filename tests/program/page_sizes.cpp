// Pages of every size are written, or refused with what they would need.
#include "support/catch.hpp"
#include "support/scenes.hpp"

#include <algorithm>
#include <regex>

#include <fmt/format.h>

using namespace thalweg;
using namespace thalweg::test;

namespace {

struct Page {
    double width_mm, height_mm;

    friend bool operator==(const Page&, const Page&) = default;
    std::string file() const { return fmt::format("page-{:g}x{:g}.pdf", width_mm, height_mm); }
    std::string output() const
    {
        return fmt::format("{{file: {}, size: {:g}mm x {:g}mm}}", file(), width_mm, height_mm);
    }
};

/// From 20 to 200 mm in steps of 3 mm, square and 16:9.
std::vector<Page> all_pages()
{
    std::vector<Page> pages;
    for (int width = 20; width <= 200; width += 3) {
        pages.push_back({static_cast<double>(width), static_cast<double>(width)});
        pages.push_back({static_cast<double>(width), width * 9.0 / 16});
    }
    return pages;
}

/// The demo with these pages as its outputs, the first one in the line after "outputs:".
std::string scene_with(const std::vector<Page>& pages)
{
    std::string scene = with(read_file("scenes/rosenbrock.yaml"), "outputs", "");
    for (const Page& page : pages)
        scene += "  - " + page.output() + "\n";
    return scene;
}

std::vector<double> page_size_mm(const std::string& pdf)
{
    const std::string info = output_of({"pdfinfo", pdf});
    std::smatch size;
    REQUIRE(std::regex_search(info, size, std::regex("Page size: +([\\d.]+) x ([\\d.]+) pts")));
    constexpr double kMillimetre = 72 / 25.4;
    return {std::stod(size[1]) / kMillimetre, std::stod(size[2]) / kMillimetre};
}

void check_written(const TemporaryFolder& folder, const std::vector<Page>& pages)
{
    const Ended ended = render(scene_with(pages), folder);
    INFO(ended.err);
    REQUIRE(ended.code == 0);
    for (const Page& page : pages) {
        INFO(page.file());
        const std::vector<double> size = page_size_mm(folder / page.file());
        CHECK(size[0] == Approx(page.width_mm).margin(0.01));
        CHECK(size[1] == Approx(page.height_mm).margin(0.01));
    }
}

} // namespace

TEST_CASE("a page of any size is written, or refused with the size that it needs", "[pages]")
{
    const TemporaryFolder folder;
    const std::vector<Page> pages = all_pages();
    const std::string scene = scene_with(pages);
    write_file(folder / "scene.yaml", scene);
    const auto lines = lines_of(scene);
    const auto first_line = lines.size() - pages.size() + 1;

    const Ended checked = run_thalweg({"check", folder / "scene.yaml"});
    CHECK(checked.code == 3);
    const std::regex refusal("scene\\.yaml:(\\d+):(\\d+): (page-\\S+): a page of .* is too small "
                             "for its text; it needs at least (\\d+) mm x (\\d+) mm");
    std::vector<Page> fitting = pages, needed; // the latter once each
    for (const std::string& line : lines_of(checked.err)) {
        std::smatch words;
        if (!std::regex_search(line, words, refusal))
            continue;
        const Page& page = pages.at(std::stoul(words[1]) - first_line);
        INFO(line);
        CHECK(words[3] == page.file());
        CHECK(std::stoul(words[2]) == lines[std::stoul(words[1]) - 1].find("size: ") + 7);
        const Page larger{std::stod(words[4]), std::stod(words[5])};
        CHECK(larger.width_mm > page.width_mm);
        CHECK(larger.height_mm > page.height_mm);
        std::erase(fitting, page);
        if (std::ranges::find(needed, larger) == needed.end())
            needed.push_back(larger);
    }
    INFO(checked.err);
    CHECK(fitting.size() <= pages.size() - 4); // nobody can read the demo on 25 mm
    CHECK(fitting.size() >= pages.size() - 20); // 50 mm are enough
    check_written(folder, fitting);
    check_written(folder, needed); // what refusals promise
}
