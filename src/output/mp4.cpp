#include "output/kinds.hpp"
#include "output/video_output.hpp"

namespace thalweg::output {

namespace {

class Mp4 final : public VideoOutput {
public:
    using VideoOutput::VideoOutput;

    std::string_view kind() const override { return "mp4"; }
};

} // namespace

OutputPtr make_mp4(Options& options, const ReadContext&)
{
    using film::Codec;
    const FileName file = read_file_name(options);
    const PixelSize size = read_pixel_size(options, {}, Parity::even);
    const int fps = read_fps(options);
    const film::Codec codec = options.choice("codec", film::Codec::h264,
        {{"h264", film::Codec::h264}, {"h264-lossless", film::Codec::h264_lossless}},
        "h264 plays everywhere; h264-lossless keeps every bit, for editors and archives");
    return std::make_shared<Mp4>(
        file, size, fps, film::VideoCoding{.codec = codec, .quality = read_quality(options)});
}

} // namespace thalweg::output
