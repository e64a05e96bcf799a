// Finished pages, read back by poppler: no word meets another.
#include "support/catch.hpp"
#include "support/scenes.hpp"

#include <algorithm>
#include <regex>

using namespace thalweg;
using namespace thalweg::test;

namespace {

namespace fs = std::filesystem;

struct Word {
    double left, top, right, bottom; ///< in points, y downwards
    std::string text;
};

std::vector<Word> words_of(const std::string& pdf)
{
    static const std::regex word("<word xMin=\"([-\\d.]+)\" yMin=\"([-\\d.]+)\" "
                                 "xMax=\"([-\\d.]+)\" yMax=\"([-\\d.]+)\">(.*?)</word>");
    const std::string page = output_of({"pdftotext", "-bbox", pdf, "-"});
    std::vector<Word> words;
    for (std::sregex_iterator at(page.begin(), page.end(), word), end; at != end; ++at)
        words.push_back({std::stod((*at)[1]), std::stod((*at)[2]), std::stod((*at)[3]),
            std::stod((*at)[4]), (*at)[5]});
    return words;
}

/// Poppler's boxes are as high as the font's ascent and descent; letters fill less.
Word inked(Word word)
{
    const double d = 0.15 * (word.bottom - word.top);
    return {word.left + d, word.top + d, word.right - d, word.bottom - d, word.text};
}

bool meet(const Word& a, const Word& b)
{
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

void check_words(const std::string& pdf)
{
    const std::vector<Word> words = words_of(pdf);
    INFO(pdf);
    CHECK(words.size() > 5);
    for (std::size_t i = 0; i < words.size(); ++i)
        for (std::size_t j = i + 1; j < words.size(); ++j)
            if (meet(inked(words[i]), inked(words[j]))) {
                INFO("\"" << words[i].text << "\" at " << words[i].left << ", " << words[i].top
                          << " meets \"" << words[j].text << "\"");
                CHECK(false);
            }
}

std::vector<std::string> files_with(const TemporaryFolder& folder, const std::string& extension)
{
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator(folder.path()))
        if (entry.path().extension() == extension)
            files.push_back(entry.path().string());
    std::ranges::sort(files);
    return files;
}

/// The pages that a scene itself asks for; librsvg turns its SVG pages into PDF.
void check_own_pages(const std::string& scene)
{
    for (const std::string extension : {".pdf", ".svg"}) {
        const TemporaryFolder folder;
        copy_data(folder);
        render(scene, folder, {"--only", "*" + extension}); // some scenes have none
        for (const std::string& page : files_with(folder, extension)) {
            const std::string pdf = fs::path(page).replace_extension(".read.pdf").string();
            if (extension == ".svg")
                output_of({"rsvg-convert", "-f", "pdf", "-o", pdf, page});
            check_words(extension == ".svg" ? pdf : page);
        }
    }
}

constexpr const char* kPages = "[{file: 57.pdf, size: 57mm}, {file: 88.pdf, size: 88mm}, "
                               "{file: 183.pdf, size: 183mm}, {file: ieee.pdf, page: ieee-column}, "
                               "{file: neurips.pdf, page: neurips}, "
                               "{file: nature.pdf, page: nature-column}]";

} // namespace

TEST_CASE("no words meet on the pages of any scene", "[pages]")
{
    for (const auto& entry : fs::recursive_directory_iterator("scenes")) {
        if (entry.path().extension() != ".yaml")
            continue;
        DYNAMIC_SECTION(entry.path().string())
        {
            const std::string scene = read_file(entry.path());
            check_own_pages(scene);
            for (const char* theme : {"light", "dark"}) {
                const TemporaryFolder folder;
                copy_data(folder);
                const Ended ended = render(with(scene, "outputs", kPages), folder,
                    {"--set", std::string("style.theme=") + theme});
                INFO(theme << "\n" << ended.err);
                REQUIRE(ended.code == 0);
                const auto pages = files_with(folder, ".pdf");
                CHECK(pages.size() == 6);
                for (const std::string& pdf : pages)
                    check_words(pdf);
            }
        }
    }
}

TEST_CASE("formulas of a page can be read back, and their font is embedded", "[page]")
{
    const TemporaryFolder folder;
    write_file(folder / "scene.yaml",
        "surface: rosenbrock\nsteps: 20\n"
        "optimizers: [{kind: momentum, label: 'momentum, $\\beta = \\sqrt{2}$'}]\n"
        "outputs: [{file: page.pdf, size: 120mm, at: end}]\n");
    run_thalweg({"render", folder / "scene.yaml", "-o", folder.path()});
    const std::string text = output_of({"pdftotext", folder / "page.pdf", "-"});
    for (const char* part : {"momentum, β =", "√"})
        CHECK(text.find(part) != std::string::npos);
    const std::string fonts = output_of({"pdffonts", folder / "page.pdf"});
    CHECK(fonts.find("Type 3") == std::string::npos);
}
