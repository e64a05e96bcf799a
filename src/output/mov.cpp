#include "output/kinds.hpp"
#include "output/video_output.hpp"

namespace thalweg::output {

namespace {

class Mov final : public VideoOutput {
public:
    using VideoOutput::VideoOutput;

    std::string_view kind() const override { return "mov"; }
};

} // namespace

OutputPtr make_mov(Options& options, const ReadContext&)
{
    const FileName file = read_file_name(options);
    const PixelSize size = read_pixel_size(options, {}, Parity::any);
    const int fps = read_fps(options);
    const film::VideoCoding coding{.codec = film::Codec::prores};
    return std::make_shared<Mov>(file, size, fps, coding, read_background(options));
}

} // namespace thalweg::output
