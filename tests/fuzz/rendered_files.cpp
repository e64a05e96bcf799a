#include "fuzz/rendered_files.hpp"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace thalweg::fuzz {

namespace {

constexpr const char* kScene = R"(surface: rosenbrock
optimizers: [momentum, adam]
steps: 60
duration: 1
outputs:
  - {file: a.mp4, size: 320x180, fps: 30}
  - {file: a.gif, size: 160x90, fps: 10}
  - {file: a.webp, size: 160x90, fps: 10}
  - {file: a.apng, size: 160x90, fps: 10}
  - {file: a.y4m, size: 160x90, fps: 10}
  - {file: "a-%02d.png", size: 160x90, fps: 4}
  - {file: a.png, size: 320x180}
  - a.svg
  - a.pdf
  - a.csv
)";
constexpr const char* kOld = "an older file\n";

std::vector<std::string> names_in(const std::string& folder)
{
    std::vector<std::string> names;
    if (std::filesystem::exists(folder))
        for (const auto& entry : std::filesystem::directory_iterator(folder))
            names.push_back(entry.path().filename().string());
    return names;
}

} // namespace

RenderedFiles::RenderedFiles()
{
    test::write_file(folder_ / "scene.yaml", kScene);
    const test::Ended ended = test::run_program(command());
    if (ended.code != 0)
        throw std::runtime_error(ended.err);
    for (const std::string& name : names_in(folder()))
        whole_[name] = test::read_file(folder() + "/" + name);
}

std::vector<std::string> RenderedFiles::command() const
{
    return {std::getenv("THALWEG"), "render", folder_ / "scene.yaml", "-o", folder(), "--progress",
        "none", "-j", "2"};
}

void RenderedFiles::place_old_files() const
{
    for (const auto& [name, bytes] : whole_)
        test::write_file(folder() + "/" + name, kOld);
}

void RenderedFiles::remove_files() const
{
    for (const auto& [name, bytes] : whole_)
        std::filesystem::remove(folder() + "/" + name);
}

std::string RenderedFiles::damage() const
{
    std::string found;
    for (const std::string& name : names_in(folder())) {
        if (name.starts_with('.'))
            continue;
        const auto whole = whole_.find(name);
        const std::string bytes = test::read_file(folder() + "/" + name);
        if (whole == whole_.end())
            found += name + " is not of the scene\n";
        else if (bytes != whole->second && bytes != kOld)
            found += name + " is damaged\n";
    }
    return found;
}

std::vector<std::string> RenderedFiles::hidden_files() const
{
    std::vector<std::string> hidden;
    for (const std::string& name : names_in(folder()))
        if (name.starts_with('.'))
            hidden.push_back(name);
    return hidden;
}

} // namespace thalweg::fuzz
