#pragma once

#include "support/picture.hpp"
#include "support/program.hpp"

#include <cstring>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

/// Reading films back by another program: ffprobe and ffmpeg.
namespace reading {

using thalweg::Pixels;
using thalweg::test::Rgb;

/// What a program prints; throws where it fails.
inline std::string output_of(const std::vector<std::string>& words)
{
    const thalweg::test::Ended ended = thalweg::test::run_program(words);
    if (ended.code != 0)
        throw std::runtime_error(words.front() + " failed: " + ended.err);
    return ended.out;
}

/// "key=value" lines of ffprobe about the first picture stream.
inline std::string probe(const std::string& file, const std::string& entries)
{
    return output_of({"ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries", entries,
        "-of", "default=nw=1", file});
}

/// One number for each frame, in the order shown.
inline std::vector<double> per_frame(const std::string& file, const std::string& field)
{
    std::istringstream lines(output_of({"ffprobe", "-v", "error", "-select_streams", "v:0",
        "-show_entries", "frame=" + field, "-of", "default=nw=1:nk=1", file}));
    std::vector<double> values;
    for (double v = 0; lines >> v;)
        values.push_back(v);
    return values;
}

/// Every frame as ffmpeg decodes it.
///
/// format  bgr0, or bgra for straight alpha in the fourth byte
/// codec   that decodes, where it is not ffmpeg's usual one
inline std::vector<Pixels> decode(const std::string& file, int width, int height,
    const std::string& format = "bgr0", const std::string& codec = "")
{
    std::vector<std::string> words{"ffmpeg", "-v", "error"};
    if (!codec.empty())
        words.insert(words.end(), {"-c:v", codec});
    words.insert(words.end(),
        {"-i", file, "-vsync", "passthrough", "-sws_flags", "accurate_rnd+full_chroma_int",
            "-pix_fmt", format, "-f", "rawvideo", "-"});
    const std::string all = output_of(words);
    std::vector<Pixels> frames;
    const auto size = static_cast<std::size_t>(4 * width * height);
    for (std::size_t at = 0; at + size <= all.size(); at += size) {
        frames.emplace_back(width, height);
        std::memcpy(frames.back().bytes(), all.data() + at, size);
    }
    return frames;
}

inline std::uint32_t pixel(const Pixels& picture, int x, int y)
{
    return picture.row(y)[static_cast<std::size_t>(x)];
}

/// The largest difference of a channel between two pixels.
inline int difference(std::uint32_t a, std::uint32_t b)
{
    const Rgb first = thalweg::test::rgb(a), second = thalweg::test::rgb(b);
    int worst = 0;
    for (std::size_t c = 0; c < 3; ++c)
        worst = std::max(worst, std::abs(first[c] - second[c]));
    return worst;
}

} // namespace reading
