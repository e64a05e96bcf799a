#include "output/kinds.hpp"
#include "output/video_output.hpp"

namespace thalweg::output {

namespace {

class Mkv final : public VideoOutput {
public:
    using VideoOutput::VideoOutput;

    std::string_view kind() const override { return "mkv"; }
};

} // namespace

OutputPtr make_mkv(Options& options, const ReadContext&)
{
    const FileName file = read_file_name(options);
    const PixelSize size = read_pixel_size(options, {}, Parity::any);
    const int fps = read_fps(options);
    const film::VideoCoding coding{.codec = film::Codec::ffv1};
    return std::make_shared<Mkv>(file, size, fps, coding, read_background(options));
}

} // namespace thalweg::output
