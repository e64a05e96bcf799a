#include "output/kinds.hpp"
#include "output/video_output.hpp"

namespace thalweg::output {

namespace {

class Webm final : public VideoOutput {
public:
    using VideoOutput::VideoOutput;

    std::string_view kind() const override { return "webm"; }
};

} // namespace

OutputPtr make_webm(Options& options, const ReadContext&)
{
    const FileName file = read_file_name(options);
    const PixelSize size = read_pixel_size(options, {}, Parity::even);
    const int fps = read_fps(options);
    const film::VideoCoding coding{.codec = film::Codec::vp9, .quality = read_quality(options)};
    return std::make_shared<Webm>(file, size, fps, coding, read_background(options));
}

} // namespace thalweg::output
