#include "output/video_output.hpp"

#include "film/codecs.hpp"

namespace thalweg::output {

VideoOutput::VideoOutput(const FileName& file, PixelSize size, int fps,
    const film::VideoCoding& coding, Background background)
    : FilmOutput(file, size, fps, background)
    , coding_(coding)
{
}

/// The program's own H.264 is always there, so FFmpeg is loaded for other codecs only.
std::vector<std::string> VideoOutput::check(
    const Production& production, int jobs, Problems& problems) const
{
    const bool may_lack = coding_.codec != film::Codec::h264;
    if (may_lack)
        require_encoder(*this, film::codecs().video_fault(coding_.codec));
    return FilmOutput::check(production, jobs, problems);
}

void VideoOutput::write(const Production& production, const std::filesystem::path& target,
    const WriteOptions& options) const
{
    film::codecs().write_video(target, film(production, options.jobs),
        {.codec = coding_.codec, .quality = options.quality.value_or(coding_.quality)},
        jobs(options), options.progress);
}

film::Footprint VideoOutput::footprint() const
{
    switch (coding_.codec) {
    case film::Codec::h264:
        break;
    case film::Codec::h264_lossless:
        return film::kLosslessH264Footprint;
    case film::Codec::av1:
        return film::kAv1Footprint;
    case film::Codec::vp9:
        return background() == Background::transparent ? film::kVp9AlphaFootprint
                                                       : film::kVp9Footprint;
    case film::Codec::prores:
        return film::kProresFootprint;
    case film::Codec::ffv1:
        return film::kFfv1Footprint;
    }
    return film::kH264Footprint;
}

film::Quality read_quality(Options& options)
{
    using film::Quality;
    return options.choice("quality", film::Quality::standard,
        {{"draft", film::Quality::draft}, {"standard", film::Quality::standard},
            {"high", film::Quality::high}},
        "how much care the encoder takes");
}

} // namespace thalweg::output
