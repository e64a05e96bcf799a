#include "output/kinds.hpp"
#include "output/video_output.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace thalweg::output {

namespace {

class Mp4 final : public VideoOutput {
public:
    using VideoOutput::VideoOutput;

    std::string_view kind() const override { return "mp4"; }
};

void check_av1_size(Options& options, PixelSize size)
{
    if (std::min(size.width, size.height) < film::kMinAv1Side || size.height > film::kMaxAv1Height)
        options.refuse("size",
            fmt::format("size of a video in AV1 must be at least {} pixels a side, and at most {} "
                        "high, not {}x{}",
                film::kMinAv1Side, film::kMaxAv1Height, size.width, size.height));
}

} // namespace

OutputPtr make_mp4(Options& options, const ReadContext&)
{
    using film::Codec;
    const FileName file = read_file_name(options);
    const PixelSize size = read_pixel_size(options, {}, Parity::even);
    const int fps = read_fps(options);
    const film::Codec codec = options.choice("codec", film::Codec::h264,
        {{"h264", film::Codec::h264}, {"av1", film::Codec::av1},
            {"h264-lossless", film::Codec::h264_lossless}},
        "h264 plays everywhere; av1 is smaller, for new players; h264-lossless keeps every bit, "
        "for editors and archives");
    if (codec == Codec::av1)
        check_av1_size(options, size);
    return std::make_shared<Mp4>(
        file, size, fps, film::VideoCoding{.codec = codec, .quality = read_quality(options)});
}

} // namespace thalweg::output
