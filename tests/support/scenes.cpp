#include "support/scenes.hpp"

#include <sstream>
#include <stdexcept>

namespace thalweg::test {

std::string with(const std::string& scene, const std::string& key, const std::string& value)
{
    std::string result;
    bool inside = false;
    for (const std::string& line : lines_of(scene)) {
        const bool top_level = !line.empty() && line[0] != ' ' && line[0] != '-' && line[0] != '#';
        if (top_level)
            inside = line.starts_with(key + ":");
        if (!inside)
            result += line + "\n";
    }
    return result + key + ": " + value + "\n";
}

Ended render(const std::string& scene, const TemporaryFolder& folder,
    std::vector<std::string> options, const std::string& name)
{
    const std::string path = folder / (name + ".yaml");
    write_file(path, scene);
    std::vector<std::string> words
        = {"render", path, "-o", folder.path().string(), "--progress", "none"};
    words.insert(words.end(), options.begin(), options.end());
    return run_thalweg(words);
}

void copy_data(const TemporaryFolder& folder)
{
    for (const auto& entry : std::filesystem::directory_iterator("scenes"))
        if (entry.path().extension() == ".csv")
            std::filesystem::copy(entry.path(), folder.path());
}

std::string output_of(const std::vector<std::string>& words)
{
    const Ended ended = run_program(words);
    if (ended.code != 0)
        throw std::runtime_error(
            words[0] + " ended with " + std::to_string(ended.code) + ":\n" + ended.out + ended.err);
    return ended.out;
}

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

} // namespace thalweg::test
