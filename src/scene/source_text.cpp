#include "scene/source_text.hpp"

#include "core/error.hpp"
#include "core/problems.hpp"
#include "core/utf8.hpp"
#include "scene/limits.hpp"
#include "scene/refuse.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <memory>

#include <cstdio>

namespace thalweg::scene {

namespace {

struct CloseFile {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};

} // namespace

std::string read_source(const std::filesystem::path& path)
{
    const std::size_t cap = scene_limits().bytes;
    const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rbe"));
    if (!file)
        refuse({.file = path.string()}, fmt::format("could not be read: {}", std::strerror(errno)));
    std::string text(cap + 1, '\0');
    text.resize(std::fread(text.data(), 1, text.size(), file.get()));
    if (std::ferror(file.get()))
        refuse({.file = path.string()}, fmt::format("could not be read: {}", std::strerror(errno)));
    if (text.size() > cap)
        throw LimitError(fmt::format(
            "{}: the file is larger than {} bytes; set THALWEG_MAX_BYTES to read it nevertheless",
            path.string(), cap));
    if (text.starts_with("\xEF\xBB\xBF"))
        text.erase(0, 3);
    check_text(text, path.string());
    return text;
}

void check_text(std::string_view text, const std::string& file)
{
    Location where{file, 1, 1};
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = utf8_length(text.substr(i));
        if (length == 0)
            refuse(where, "the file is not UTF-8 text");
        const std::string_view character = text.substr(i, length);
        const std::string part = unprintable_part(character);
        if (!part.empty() && character != "\r")
            refuse(where, fmt::format("{} is not allowed", part));
        where = text[i] == '\n' ? Location{file, where.line + 1, 1}
                                : Location{file, where.line, where.column + 1};
        i += length;
    }
}

} // namespace thalweg::scene
