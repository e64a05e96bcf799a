#include "film/y4m.hpp"

#include "core/atomic_file.hpp"
#include "core/error.hpp"
#include "film/checks.hpp"
#include "film/in_order.hpp"
#include "film/yuv.hpp"

#include <cerrno>
#include <cstring>
#include <string>

#include <fmt/format.h>

#include <unistd.h>

namespace thalweg::film {

namespace {

using Write = std::function<void(std::string_view)>;

void write_to_standard_output(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t n = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR)
            check_interrupt();
        else if (n < 0)
            throw OutputError("write to standard output", std::strerror(errno));
        else
            bytes.remove_prefix(static_cast<std::size_t>(n));
    }
}

/// Source  the yuv4mpeg(5) page of mjpegtools; XCOLORRANGE is FFmpeg's extension of it. There is no
/// field for the matrix.
std::string header(const FilmSpec& film)
{
    return fmt::format(
        "YUV4MPEG2 W{} H{} F{}:1 Ip A1:1 C420jpeg XYSCSS=420JPEG XCOLORRANGE=LIMITED\n", film.width,
        film.height, film.fps);
}

/// A frame's marker and planes.
std::string frame_bytes(const AVFrame& frame)
{
    std::string bytes = "FRAME\n";
    bytes.reserve(bytes.size() + static_cast<std::size_t>(frame.width * frame.height) * 3 / 2);
    for (int plane = 0; plane < 3; ++plane) {
        const int shift = plane == 0 ? 0 : 1;
        for (int y = 0; y < frame.height >> shift; ++y)
            bytes.append(reinterpret_cast<const char*>(
                             frame.data[plane] + std::ptrdiff_t{y} * frame.linesize[plane]),
                static_cast<std::size_t>(frame.width >> shift));
    }
    return bytes;
}

void write_frames(const FilmSpec& film, int jobs, const Progress& progress, const Write& write)
{
    write(header(film));
    FrameCounter counter(progress, film.frames);
    struct Drawer {
        std::unique_ptr<FrameSource> source;
        YuvPicture picture;
    };
    using Work = InOrder<std::string>;
    const auto maker = [&]() -> Work::Make {
        const auto drawer
            = std::make_shared<Drawer>(Drawer{film.source(), YuvPicture(film.width, film.height)});
        return [&film, drawer](int k) {
            TileSet changed(film.width, film.height);
            const Pixels& pixels = drawer->source->draw(k, changed);
            drawer->picture.update(pixels, changed);
            return frame_bytes(drawer->picture.frame());
        };
    };
    Work::run(film.frames, jobs, maker, [&](int, const std::string& bytes) {
        write(bytes);
        counter.count_one();
    });
}

} // namespace

void write_y4m(
    const std::filesystem::path& file, const FilmSpec& film, int jobs, const Progress& progress)
{
    check_film(film, "write " + file.string(), Sides::even);
    av::silence_logging();
    if (file == "-")
        return write_frames(film, jobs, progress, write_to_standard_output);
    AtomicFile out(file);
    write_frames(film, jobs, progress, [&](std::string_view bytes) { out.write(bytes); });
    out.commit();
}

} // namespace thalweg::film
