#include "pictures/formats.hpp"

#include "support/program.hpp"

#include <algorithm>
#include <cstdlib>

namespace thalweg::test {

namespace fs = std::filesystem;

std::vector<NamedFormat> formats()
{
    constexpr double kMillimetre = 72 / 25.4;
    std::vector<NamedFormat> all;
    for (const auto& [width, height] : std::initializer_list<std::pair<int, int>>{
             {1920, 1080}, {1080, 1080}, {1080, 1920}, {640, 360}, {320, 180}})
        all.push_back({std::to_string(width) + "x" + std::to_string(height),
            canvas::film_format(width, height), std::min(width, height)});
    for (const auto& [name, width] : std::initializer_list<std::pair<const char*, double>>{
             {"57 mm", 57 * kMillimetre}, {"88 mm", 88 * kMillimetre}, {"ieee-column", 252},
             {"183 mm", 183 * kMillimetre}, {"neurips", 396}})
        all.push_back({name, canvas::page_format(width, 0)});
    return all;
}

std::vector<std::string> scene_files()
{
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator("scenes"))
        if (entry.path().extension() == ".yaml")
            files.push_back(entry.path().string());
    std::ranges::sort(files);
    return files;
}

std::shared_ptr<output::Production> production_of(scene::Scene scene)
{
    const auto experiments = experiment::run_all(std::move(scene.experiments), 2);
    const panel::Context context{
        experiments, std::make_shared<const experiment::Timeline>(experiments, scene.time)};
    return std::make_shared<output::Production>(
        scene.name, scene.title, context, std::move(scene.figure), scene.theme);
}

scene::Scene scene_of_text(const std::string& text)
{
    const TemporaryFolder folder;
    write_file(folder / "scene.yaml", text);
    return scene::load_scene(folder / "scene.yaml");
}

std::shared_ptr<output::Production> production_of_text(const std::string& text)
{
    return production_of(scene_of_text(text));
}

bool is_long_run()
{
    return std::getenv("THALWEG_LONG_TESTS") != nullptr;
}

} // namespace thalweg::test
