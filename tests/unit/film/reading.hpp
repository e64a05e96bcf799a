#pragma once

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

/// Reading files back by other programs: ffprobe, ffmpeg, qpdf, rsvg-convert.
namespace reading {

/// A folder of its own for one test, removed at its end.
class Folder {
public:
    Folder()
    {
        std::string name
            = (std::filesystem::temp_directory_path() / "thalweg-film-XXXXXX").string();
        if (!::mkdtemp(name.data()))
            throw std::runtime_error("no temporary folder");
        path_ = name;
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string operator/(const std::string& name) const { return (path_ / name).string(); }
    std::filesystem::path path() const { return path_; }
    int entries() const
    {
        return static_cast<int>(std::distance(std::filesystem::directory_iterator(path_), {}));
    }

private:
    std::filesystem::path path_;
};

/// What a command prints; throws where it fails.
inline std::string output_of(const std::string& command)
{
    std::FILE* pipe = ::popen(command.c_str(), "r");
    if (!pipe)
        throw std::runtime_error("cannot run " + command);
    std::string text;
    std::array<char, 65536> part{};
    while (const std::size_t n = std::fread(part.data(), 1, part.size(), pipe))
        text.append(part.data(), n);
    if (::pclose(pipe) != 0)
        throw std::runtime_error("failed: " + command);
    return text;
}

inline std::string bytes_of(const std::string& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// "key=value" lines of ffprobe about the first stream.
inline std::string probe(const std::string& file, const std::string& entries)
{
    return output_of("ffprobe -v error -select_streams v:0 -show_entries " + entries
        + " -of default=nw=1 '" + file + "'");
}

/// One number for each frame, in the order shown.
inline std::vector<double> per_frame(const std::string& file, const std::string& field)
{
    std::istringstream text(output_of("ffprobe -v error -select_streams v:0 -show_entries frame="
        + field + " -of csv=p=0 '" + file + "' | tr -d ,"));
    std::vector<double> values;
    for (double v = 0; text >> v;)
        values.push_back(v);
    return values;
}

/// A decoded picture: R, G, B bytes.
struct Rgb {
    int width = 0;
    std::string bytes;
    std::array<int, 3> at(int x, int y) const
    {
        const auto i = static_cast<std::size_t>(3 * (y * width + x));
        const auto level = [&](std::size_t k) {
            return static_cast<int>(static_cast<unsigned char>(bytes[i + k]));
        };
        return {level(0), level(1), level(2)};
    }
};

/// Every frame as ffmpeg decodes it.
inline std::vector<Rgb> decode(const std::string& file, int width, int height)
{
    const std::string all = output_of("ffmpeg -v error -i '" + file
        + "' -fps_mode passthrough -sws_flags accurate_rnd+full_chroma_int -pix_fmt rgb24 -f "
          "rawvideo -");
    const auto size = static_cast<std::size_t>(3 * width * height);
    std::vector<Rgb> frames;
    for (std::size_t at = 0; at + size <= all.size(); at += size)
        frames.push_back({width, all.substr(at, size)});
    return frames;
}

/// The largest difference of a channel between a decoded pixel and 0xRRGGBB.
inline int difference(const std::array<int, 3>& rgb, std::uint32_t colour)
{
    int worst = 0;
    for (int c = 0; c < 3; ++c)
        worst = std::max(worst,
            std::abs(
                rgb[static_cast<std::size_t>(c)] - static_cast<int>(colour >> (16 - 8 * c) & 255)));
    return worst;
}

} // namespace reading
