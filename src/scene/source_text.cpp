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

/// YAML allows no control characters but these, and the parser takes U+0004 for the end of the
/// file.
bool is_control(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

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
        if (is_control(text[i]))
            refuse(where,
                fmt::format("the control character U+{:04X} is not allowed",
                    static_cast<unsigned>(text[i])));
        where = text[i] == '\n' ? Location{file, where.line + 1, 1}
                                : Location{file, where.line, where.column + 1};
        i += length;
    }
}

} // namespace thalweg::scene
