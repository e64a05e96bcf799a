#include "surface/data/data_file.hpp"

#include "core/utf8.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

#include <fmt/format.h>

namespace thalweg::surface {

namespace {

namespace fs = std::filesystem;

/// The file that a scene means by `name`, symbolic links followed.
fs::path resolve(const std::string& scene_file, const std::string& name)
{
    std::error_code error;
    const fs::path folder
        = fs::weakly_canonical(fs::absolute(fs::path(scene_file)).parent_path(), error);
    const fs::path file = fs::weakly_canonical(folder / name, error);
    const auto [rest, _] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
    if (error || fs::path(name).is_absolute() || rest != folder.end())
        throw DataError("paths must be relative and stay below the scene's folder");
    return file;
}

std::string read_whole(const fs::path& path)
{
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status))
        throw DataError("there is no such file");
    if (!fs::is_regular_file(status))
        throw DataError("it is not a file");
    const std::uintmax_t size = fs::file_size(path, error);
    if (error || size > kLargestDataFile)
        throw DataError(fmt::format("it is larger than {} MiB", kLargestDataFile >> 20));
    std::string bytes(size, '\0');
    std::ifstream stream(path, std::ios::binary);
    if (!stream.read(bytes.data(), static_cast<std::streamsize>(size)))
        throw DataError(fmt::format("it cannot be read: {}", std::strerror(errno)));
    return bytes;
}

/// How many bytes the character has that a text begins with; 0 where it cannot be shown.
std::size_t shown_length(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    return lead < ' ' || lead == 0x7F ? 0 : utf8_length(text);
}

} // namespace

std::string excerpt(std::string_view text)
{
    constexpr std::size_t kLongest = 60;
    std::string shown;
    while (!text.empty() && shown.size() < kLongest) {
        const std::size_t size = shown_length(text);
        shown += size > 0 ? text.substr(0, size) : "?";
        text.remove_prefix(std::max<std::size_t>(1, size));
    }
    return text.empty() ? shown : shown + "...";
}

void use_data_file(Options& options, std::string_view meaning,
    const std::function<void(const fs::path&, std::string_view)>& use)
{
    const Node* node = options.any("file", "path relative to the scene", "", meaning);
    if (options.is_recording())
        return;
    if (!node || node->type != Node::Type::scalar || node->text.empty())
        return options.refuse("file", "file must name a file beside the scene");
    try {
        const fs::path path = resolve(node->where.file, node->text);
        use(path, read_whole(path));
    } catch (const DataError& error) {
        options.refuse("file", fmt::format("{}: {}", node->text, error.what()));
    }
}

} // namespace thalweg::surface
